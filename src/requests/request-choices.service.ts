import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inTheWay, type Finding } from '../domain/findings';
import { findingTitle } from '../domain/finding-titles';
import { promisedDates, type PromisedDate } from '../domain/lost-break';
import { sayDate } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Notices } from '../platform/notices/notices';
import { Refused } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { refuseUnsuitable } from './arrival';
import { RequestChanges } from './request-changes.service';
import { RequestHolds } from './request-holds.service';
import { RequestOffers } from './request-offers.service';
import type { ChoiceDto } from './request.dto';
import type { RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

/** Whoever lost a bed to an emergency chooses other dates, and has them at once: they were promised. */
@Injectable()
export class RequestChoices {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly changes: RequestChanges,
    private readonly offers: RequestOffers,
    private readonly holds: RequestHolds,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Those offered when the bed was lost that still work, then others. @throws NotThere */
  async dates(id: string, by: Person): Promise<PromisedDate[]> {
    return this.database.snapshot(async () => {
      const request = await this.changes.visible(id, by);
      return request.lost ? this.promised(request) : [];
    });
  }

  /**
   * Placed at once, or where only a manager may allow it put to them: then it waits, first in the queue.
   * @throws Refused with findings, and the dates that work now; Misshapen for a day that does not suit.
   */
  async choose(
    id: string,
    { arrivesOn, acknowledged = [] }: ChoiceDto,
    changer: Changer,
  ): Promise<RequestOnFile> {
    const { by } = changer;
    return this.changes.change(id, 'choice', changer, async (tx, request) => {
      refuseUnsuitable(request, arrivesOn, this.requests.today);
      await this.giveBackOther(tx, request, by);
      const [chosen] = await this.requests.datesFor({ ...request, earliest: arrivesOn, latest: arrivesOn });
      const findings = chosen?.findings ?? [];
      const standing = inTheWay(findings, { acknowledged, authorised: [] });
      if (standing.some(({ level }) => level === 'refuse'))
        throw await this.gone(request, arrivesOn, findings);
      if (standing.some(({ level }) => level === 'acknowledge'))
        throw new Refused('Confirm first that you have read what these dates need.', findings);
      if (standing.length > 0) await this.askManager(tx, request, arrivesOn, standing, by);
      else await this.place(tx, request, { arrivesOn, acknowledged }, by);
    });
  }

  private async place(
    tx: EntityManager,
    request: RequestOnFile,
    { arrivesOn, acknowledged }: Required<ChoiceDto>,
    by: Person,
  ): Promise<void> {
    const stays = await this.holds.place(request, { arrivesOn, given: { acknowledged } }, by);
    await this.holds.link(stays, request.id, null);
    const answered = { answeredAt: this.clock.now(), answeredByName: by.name, answerWords: null };
    await this.changes.save(tx, request, { status: 'placed', ...answered }, by, {
      action: 'request.dates-chosen',
      also: { arrivesOn },
    });
  }

  private async askManager(
    tx: EntityManager,
    request: RequestOnFile,
    arrivesOn: string,
    standing: readonly Finding[],
    by: Person,
  ): Promise<void> {
    const needs = [...new Set(standing.map(({ code }) => findingTitle(code)))].join(', ');
    if (request.offer)
      throw new Refused(
        `${sayDate(arrivesOn)} needs a manager’s authority: ${needs}. The beds that are offered are still held.`,
        standing,
      );
    const answerWords = `${sayDate(arrivesOn)} is chosen. It needs a manager’s authority: ${needs}.`;
    await this.changes.save(tx, request, { status: 'waiting', answerWords }, by, {
      action: 'request.dates-chosen-for-authority',
      also: { arrivesOn },
    });
    await this.notices.write(tx, {
      kind: 'request.dates-chosen',
      to: [{ role: 'manager' }, { role: 'deputy' }],
      subject: 'Dates for a displaced break need your authority',
      body: 'A family that lost its bed to an emergency has chosen new dates. They need a manager’s authority: look at the request and decide.',
      link: `/requests/${request.id}`,
      unitId: request.unitId,
      about: request.youngPersonIds,
    });
  }

  /** What was held for it stands in the way of nothing it could have instead. */
  private async giveBackOther(tx: EntityManager, { offer }: RequestOnFile, by: Person): Promise<void> {
    const reason = 'other dates were chosen';
    if (offer) await this.offers.giveBack(tx, { id: offer.id, outcome: 'refused', by, reason }, 'cas');
  }

  private async gone(
    request: RequestOnFile,
    arrivesOn: string,
    findings: readonly Finding[],
  ): Promise<Refused> {
    const works = await this.promised(request);
    const free = works.map((date) => ({ arrivesOn: date.arrivesOn, departsOn: date.departsOn }));
    const what = works.length > 0 ? 'Choose another of the dates.' : 'No date works any more just now.';
    return new Refused(`${sayDate(arrivesOn)} does not work any more. ${what}`, findings, { free });
  }

  private async promised(request: RequestOnFile): Promise<PromisedDate[]> {
    return promisedDates(await this.requests.datesFor(request), request.lost?.datesOffered);
  }
}
