import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FamiliesTold } from '../plans/families-told.service';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { OccupancyNow } from '../reports/occupancy-now.service';
import { OwnRequestsTold } from '../requests/own-requests-told.service';
import type { ChosenUnit } from '../units/unit-choice.service';
import { Days, type DayFile } from '../stays/days.service';
import { dayView } from './day.view';
import { Decisions } from './decisions.service';
import { decisionsView } from './decisions.view';
import { noticeFor } from './home.view';
import { ToDos } from './to-do.service';
import { toDoView } from './to-do.view';

const FAMILIES = 50;

interface Done {
  readonly what: string;
  readonly about: string;
}

/** What somebody begins the day with, by what their role may know. */
@Injectable()
export class HomeDesk {
  constructor(
    private readonly days: Days,
    private readonly decisions: Decisions,
    private readonly toDos: ToDos,
    private readonly occupancy: OccupancyNow,
    private readonly families: FamiliesTold,
    private readonly requests: OwnRequestsTold,
  ) {}

  /**
   * Of a unit: the day's work for its own staff, figures for those who oversee and pay for it.
   * @param done what was just done, and to which stay.
   */
  async ofUnit(chosen: ChosenUnit, by: Person, done: Done) {
    const { id } = chosen.unit;
    const isStaff = may(by.role, 'change the diary');
    const seesFigures = !isStaff && may(by.role, 'read occupancy and cost');
    const day = isStaff ? await this.days.of(id) : undefined;
    return {
      notice: noticeFor(done.what, day && nameAt(day, done.about)),
      day: day && dayView(day, id, randomUUID()),
      decisions: may(by.role, 'answer requests') ? decisionsView(await this.decisions.of(id), id) : undefined,
      toDo: toDoView(await this.toDos.of(id, by), id),
      occupancy: seesFigures
        ? { ...(await this.occupancy.of(chosen)), href: `/occupancy?unit=${id}` }
        : undefined,
    };
  }

  /** Of a CAS worker: their families, and what they asked for. */
  async ofWorker(by: Person) {
    return {
      families: await this.families.told({ limit: FAMILIES }, by),
      requests: await this.requests.unanswered(by),
    };
  }
}

function nameAt({ work, names }: DayFile, stayId: string): string | undefined {
  const stay = work.here.find(({ id }) => id === stayId);
  return stay && names.get(stay.youngPersonId);
}
