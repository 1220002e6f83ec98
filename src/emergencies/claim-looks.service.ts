import { Injectable } from '@nestjs/common';
import { sayWhyNone } from '../domain/tonight-card';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { may } from '../platform/may';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { stillToDo } from '../platform/given-form';
import { UnitChoice, type ChosenUnit } from '../units/unit-choice.service';
import { ClaimAftermath } from './claim-aftermath.service';
import { claimAsked, previewIn } from './claim-asked';
import { basisIn, wrongBed, wrongWho } from './claim-checks';
import type { ClaimForm } from './claim-form';
import { isHarmless, offeredWays, type OfferedWay } from './claim-ways';
import { ClaimedChildren, type FoundChild } from './claimed-children.service';
import type { EmergencyClaim } from './emergency-claim.entity';
import { EmergencyClaims, type Preview } from './emergency-claims.service';
import { StakesReader, type Tonight as UnitsTonight } from './stakes.reader';
import { Tonight } from './tonight.service';

export interface Where extends Pick<ChosenUnit, 'unit' | 'units'> {
  readonly now: Date;
  readonly tonight: UnitsTonight;
}

export interface Search {
  readonly found: readonly FoundChild[];
  /** Why nobody was looked for. */
  readonly why: string;
}

export interface Look {
  readonly preview: Preview;
  readonly ways: readonly OfferedWay[];
  readonly child: YoungPerson | undefined;
  /** To be kept to by whoever looks after the child, without a name. */
  readonly controls: readonly string[];
  /** When there is no way: why, for anybody, and where else there is a bed. */
  readonly whyNone: readonly string[];
  readonly elsewhere: readonly { readonly id: string; readonly name: string; readonly bedsFree: number }[];
  /** Of those who would lose a bed, for whoever may know. */
  readonly names: ReadonlyMap<string, string>;
}

/** What the pages of a claim look at, and the claim they make of what was typed. */
@Injectable()
export class ClaimLooks {
  constructor(
    private readonly choice: UnitChoice,
    private readonly stakes: StakesReader,
    private readonly claims: EmergencyClaims,
    private readonly aftermath: ClaimAftermath,
    private readonly children: ClaimedChildren,
    private readonly people: People,
    private readonly tonight: Tonight,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere */
  async where(unitId: string): Promise<Where> {
    const chosen = await this.choice.choose(unitId);
    if (!chosen) throw new NotThere('There is no unit yet.');
    const { unit, units } = chosen;
    return { unit, units, now: this.clock.now(), tonight: await this.stakes.tonight(unit.id) };
  }

  /** Whoever was chosen before stays in sight. */
  async search({ search, youngPersonId }: ClaimForm): Promise<Search> {
    const chosen = youngPersonId ? await this.children.known(youngPersonId) : undefined;
    const kept = chosen ? [chosen] : [];
    if (!search) return { found: kept, why: '' };
    try {
      const found = await this.children.find({ search });
      return { found: [...kept, ...found.filter(({ id }) => id !== youngPersonId)], why: '' };
    } catch (error) {
      if (error instanceof Misshapen) return { found: kept, why: error.errors[0]?.detail ?? '' };
      throw error;
    }
  }

  /** Nothing is recorded. @throws Misshapen */
  async look(form: ClaimForm, by: Person): Promise<Look> {
    refuse(wrongWho(form));
    const preview = await this.claims.preview(previewIn(form));
    const ways = offeredWays(preview.ways);
    const shown = ways.length === 0 ? await this.tonight.show(form.unitId, by) : undefined;
    const displaced = ways.flatMap((way) => way.displaced.map(({ youngPersonId }) => youngPersonId));
    return {
      ...{ preview, ways },
      child: form.youngPersonId ? await this.children.known(form.youngPersonId) : undefined,
      controls: await this.aftermath.controlsAmong(
        form.unitId,
        ways.flatMap(({ findings }) => findings),
      ),
      whyNone: shown ? sayWhyNone(shown.facts) : [],
      elsewhere: (shown?.units ?? [])
        .map(({ unit, facts }) => ({ id: unit.id, name: unit.name, bedsFree: facts.beds.length }))
        .filter(({ id, bedsFree }) => id !== form.unitId && bedsFree > 0),
      names: may(by.role, 'know who stays')
        ? await this.people.namesOf(displaced)
        : new Map<string, string>(),
    };
  }

  /** @throws Misshapen for everything missing at once; Refused when the beds have changed since. */
  async claim(form: ClaimForm, by: Person): Promise<EmergencyClaim> {
    refuse(wrongWho(form));
    const preview = await this.claims.preview(previewIn(form));
    const ways = offeredWays(preview.ways);
    const way = ways.find(({ name }) => name === form.way);
    const basis = basisIn(form);
    if (!way && form.way) throw new Refused(sayChanged(ways), preview.findings);
    refuse([
      ...(way ? [] : [{ pointer: '/way', detail: 'Choose how to make room.' }]),
      ...wrongBed(form),
      ...(way ? stillToDo(way.findings, form.given, 'Write what the manager said') : []),
    ]);
    if (!way || !basis) throw new Error('A claim that is neither whole nor refused');
    return (await this.claims.claim(claimAsked(form, basis, way, this.clock.now()), by)).claim;
  }
}

function sayChanged([best]: readonly OfferedWay[]): string {
  if (!best) return 'The bed has gone since you looked, and there is no other way now.';
  return isHarmless(best)
    ? 'There is a free bed now: nobody need lose theirs. Claim that one.'
    : 'The beds have changed since you looked. Read what is possible now, and choose again.';
}

function refuse(errors: ConstructorParameters<typeof Misshapen>[0]): void {
  if (errors.length > 0) throw new Misshapen(errors);
}
