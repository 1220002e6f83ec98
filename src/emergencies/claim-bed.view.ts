import { ageOn } from '../domain/calendar-date';
import { RISK_WORDS } from '../domain/emergency';
import { explain } from '../domain/explain';
import { findingTitle } from '../domain/finding-titles';
import type { Finding } from '../domain/findings';
import { fullName } from '../domain/full-name';
import { sayMoment } from '../domain/say-moment';
import { sayStay } from '../domain/say-dates';
import { givenView } from '../platform/given.view';
import type { FieldError } from '../platform/problem';
import { childIn } from './claim-asked';
import { legalBases } from './claim-basis.view';
import { whoCarried, type ClaimForm } from './claim-form';
import type { Look, Where } from './claim-looks.service';
import { isHarmless, type OfferedWay } from './claim-ways';
import { birthOf } from './claimed-children.service';
import { pairsToJudge, USUAL_CONTROLS } from './pairs-to-judge';

/** Page 2: what there is, and what a claim rests on. */
export function claimBedView(form: ClaimForm, where: Where, look: Look, errors: readonly FieldError[]) {
  const { unit } = where;
  const { ways, preview } = look;
  const findings = ways.flatMap((way) => way.findings);
  const age = ageOn(look.child?.dateOfBirth ?? birthOf(childIn(form), where.tonight), preview.night);
  return {
    title: titleOf(ways),
    unit,
    errors,
    back: { text: 'Back to tonight', href: `/tonight?unitId=${unit.id}` },
    verdict: verdictOf(look),
    who: whoOf(form, look, age),
    form: { ...form, controls: form.controls || USUAL_CONTROLS },
    hidden: whoCarried(form, ways.length === 0),
    way: ways[0] && isHarmless(ways[0]) ? ways[0].name : undefined,
    ways: ways.map((way) => wayChoice(way, look)),
    whyNone: ways.length > 0 ? [] : whyNone(look),
    elsewhere: look.elsewhere.slice(0, 3).map(({ id, name, bedsFree }) => ({
      value: id,
      text: `Try ${name}: ${bedsFree === 1 ? '1 bed' : `${bedsFree} beds`} free`,
    })),
    ...legalBases(age),
    given: answersTo(findings, form),
    controls: look.controls,
    asksProvisional: pairsToJudge(findings).length > 0,
    toKnow: unique(findings.filter(({ level }) => level === 'inform').map((each) => explain(each).message)),
    isMoreOpen: [form.medicalConsent, form.allergies, form.medication, form.transport, form.expectedAt].some(
      Boolean,
    ),
  };
}

function titleOf([best]: readonly OfferedWay[]): string {
  if (!best) return 'No bed here';
  return isHarmless(best) ? 'Claim this bed' : 'Claim a bed';
}

function verdictOf({ ways: [best], preview }: Look) {
  const until = `Until ${sayMoment(preview.endsAt)}.`;
  if (!best) return { tone: 'bad', big: 'There is no bed here tonight.', small: '' };
  if (isHarmless(best)) return { tone: 'good', big: 'There is a bed.', small: `${best.why} ${until}` };
  return best.kind === 'dates-moved'
    ? { tone: 'careful', big: 'No bed is free, but one can be made.', small: 'Nobody need lose a break.' }
    : {
        tone: 'careful',
        big: 'No bed is free. Somebody would lose theirs.',
        small: 'The least harm is first.',
      };
}

function whoOf(form: ClaimForm, { child, preview }: Look, age: number): string {
  const name = child ? fullName(child) : `${form.givenName} ${form.familyName}`.trim();
  const old = (child ?? form.dateOfBirth) ? `aged ${age}` : `about ${age}`;
  const stay = { from: preview.night, to: preview.departsOn };
  const risks = form.risks.map((risk) => RISK_WORDS[risk]).join(', ') || 'not known';
  return `For ${name || 'a child'}, ${old}. ${sayStay(stay, preview.night)}. Risks: ${risks.toLowerCase()}.`;
}

function wayChoice(way: OfferedWay, { names }: Look) {
  const asked = way.findings
    .filter(({ level }) => level === 'authorise')
    .map(({ code }) => findingTitle(code));
  const losing = way.displaced.map(({ youngPersonId }) => names.get(youngPersonId) ?? '').filter(Boolean);
  const needs =
    asked.length > 0 ? `Needs the manager’s word: ${unique(asked).join(', ').toLowerCase()}.` : '';
  const who = losing.length > 0 ? `Loses the bed: ${losing.join(', ')}.` : '';
  return {
    value: way.name,
    text: way.why,
    hint: [who, needs].some(Boolean) ? { text: [who, needs].filter(Boolean).join(' ') } : undefined,
  };
}

/** What is about the child first; else why nobody can have a bed, and what would change it. */
function whyNone({ preview, whyNone: ofAnybody }: Look): string[] {
  const ofTheChild = preview.findings.filter(
    ({ code, level }) => level === 'refuse' && OF_THE_CHILD.includes(code),
  );
  if (ofTheChild.length === 0 && ofAnybody.length > 0) return [...ofAnybody];
  const told =
    ofTheChild.length > 0 ? ofTheChild : preview.findings.filter(({ level }) => level === 'refuse');
  return unique(
    told.flatMap((finding) => {
      const { message, remedy } = explain(finding);
      return [message, remedy];
    }),
  );
}

const OF_THE_CHILD: readonly Finding['code'][] = [
  'outside-statement-of-purpose',
  'already-staying',
  'solo-needs-unit',
];

/** Each box and field with what it is about: the manager decides, whoever claims writes it down. */
function answersTo(findings: readonly Finding[], form: ClaimForm) {
  const { confirmations, authorisations } = givenView(findings, form.given, true);
  const about = (code: string) =>
    unique(findings.filter((each) => each.code === code).map((each) => explain(each).message)).join(' ');
  return {
    confirmations: confirmations.map((box) => ({ ...box, about: about(box.value) })),
    authorisations: authorisations.map(({ name, value }) => {
      const code = name.replace('authorise-', '');
      return { name, value, label: findingTitle(code), about: about(code) };
    }),
  };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
