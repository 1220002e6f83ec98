import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/actor';
import { typed, type SentForm } from '../platform/sent-form';
import type { ChosenUnit } from '../units/unit-choice.service';
import { BoardDesk } from './board-desk.service';
import { boardPage } from './board-page.view';

/** What the side of the board shows is at most so many milliseconds old. */
const OLDEST = 10_000;

const MOST_KEPT = 200;

interface Kept {
  readonly html: Promise<string>;
  readonly at: number;
}

/** Draws a model as a part of a page. */
type Draw = (model: object) => Promise<string>;

/** The board without its page, drawn once for all who look at the same nights of the same unit as the same. */
@Injectable()
export class BoardLive {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly desk: BoardDesk) {}

  /** @param stamp what the board is of: another makes another drawing. */
  async draw(chosen: ChosenUnit, sent: SentForm, by: Person, stamp: string, draw: Draw): Promise<string> {
    const make = async () => draw(boardPage(chosen, await this.desk.lay(chosen, sent, by)));
    if (typed(sent, 'stay')) return make();
    const key = [chosen.unit.id, typed(sent, 'from'), typed(sent, 'nights'), by.role, stamp].join();
    const known = this.kept.get(key);
    if (known && Date.now() - known.at < OLDEST) return known.html;
    const html = make();
    this.kept.delete(key);
    this.kept.set(key, { html, at: Date.now() });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest) this.kept.delete(oldest);
    html.catch(() => this.kept.delete(key));
    return html;
  }
}
