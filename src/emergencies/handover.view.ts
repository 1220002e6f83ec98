import { ageOn } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import { roomName } from '../domain/room-name';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Task } from '../tasks/tasks.reader';
import { emergencyClaimView } from './emergency-claim.view';
import type { Displaced, UnitHandover, WhoCame } from './handovers.reader';

/** What whoever oversees the unit does not read: what others wrote may name a child (domain.md §2, need to know). */
const WRITTEN = {
  ...{ consent: null, reason: null, alternatives: null, careAlongside: null, medicalConsent: null },
  ...{ allergies: null, medication: null, transport: null, controls: [] },
};

/** A night's handover, unit by unit, and all of it together. */
export function handoverView(date: string, handovers: readonly UnitHandover[], by: Person) {
  const units = handovers.map((handover) => unitView(handover, by));
  const last = handovers
    .filter(({ acknowledgedAt }) => acknowledgedAt)
    .toSorted((a, b) => (a.acknowledgedAt?.getTime() ?? 0) - (b.acknowledgedAt?.getTime() ?? 0))
    .at(-1);
  const isRead = units.length > 0 && units.every(({ acknowledgedAt }) => acknowledgedAt !== null);
  return {
    date,
    units,
    claims: units.flatMap(({ claims }) => claims),
    displaced: units.flatMap(({ displaced }) => displaced),
    tasks: units.flatMap(({ tasks }) => tasks),
    acknowledgedAt: isRead ? (last?.acknowledgedAt?.toISOString() ?? null) : null,
    acknowledgedBy: isRead ? (last?.acknowledgedBy ?? null) : null,
    alarm: units.some(({ alarm }) => alarm),
  };
}

export type HandoverView = ReturnType<typeof handoverView>;

function unitView(handover: UnitHandover, by: Person) {
  const { unitId, unitName, came, displaced, tasks, dueAt, alarmAt, acknowledgedAt, acknowledgedBy, alarm } =
    handover;
  const claims = came.map((each) => claimView(each, by));
  return {
    ...{ unitId, unitName, claims },
    displaced: displaced.map((each) => displacedView(each, by)),
    tasks: tasks.map(taskView),
    controls: [...new Set(claims.flatMap(({ controls }) => controls))],
    dueAt: dueAt.toISOString(),
    alarmAt: alarmAt.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    ...{ acknowledgedBy, alarm },
  };
}

function claimView({ claim, child, stay, room }: WhoCame, by: Person) {
  const isOverseen = by.role === 'service-manager';
  return {
    ...emergencyClaimView(claim),
    ...(isOverseen ? WRITTEN : {}),
    youngPersonName: isOverseen ? null : fullName(child),
    age: isOverseen ? null : ageOn(child.dateOfBirth, claim.night),
    stay: {
      ...{ id: stay.id, status: stay.status, arrivesOn: stay.arrivesOn, departsOn: stay.departsOn },
      arrivedAt: stay.arrivedAt?.toISOString() ?? null,
      departedAt: stay.departedAt?.toISOString() ?? null,
      room: may(by.role, 'know who stays') && room ? roomName(room) : null,
    },
  };
}

function displacedView({ claimId, youngPersonName, reason, requestId, ...displaced }: Displaced, by: Person) {
  const knows = may(by.role, 'know who stays');
  return {
    ...{ ...displaced, claimId },
    youngPersonName: knows ? youngPersonName : null,
    reason: knows ? reason : null,
    requestId: knows ? requestId : null,
  };
}

function taskView({ id, kind, words, stayId, ownerRole, ownerName, dueAt, doneAt, doneByName }: Task) {
  return {
    ...{ id, kind, words, stayId, ownerRole, ownerName },
    dueAt: dueAt.toISOString(),
    state: doneAt ? 'done' : 'open',
    doneAt: doneAt?.toISOString() ?? null,
    doneBy: doneByName,
  };
}
