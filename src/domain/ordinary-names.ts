/** Names that are ordinary words as well, and words as well as surnames: only with a capital are they anybody's. */
const WORDS = `
  abbey abide ace ah amber an angel apple april archer ash august autumn avery baker ball banks barber bass bay bear
  beck bell berry best billy bird bishop black blossom blue bond booth bowl bow boy bright brook brooks brown buck bull
  bush butcher butler can care carpenter carter case cash chance charity chase child church clay clement close cloud
  coal cole cook cooper cotton crane crisp cross crystal curl daisy dale dawn day dean dear destiny do drew drum duke
  eden ember emerald ever faith farmer feather fern field finch fisher fleet flint flora flower ford forest forrest fox
  frank free freedom freeman friend frost fry gale gardener gay gem gene ginger glass gold golden good grace grant gray
  green grey grove guy hall hand hardy harmony harper hart hay hazel head heath heather heaven henry hill hills history
  holiday holly home honey honour hook hope hopes house how hunt hunter ice iris ivy jack jade jasmine jasper jay jean
  jet jewel jimmy job josh joy june juniper just justice kay kind king kit knight lake lamb lane lark law lee leaf lily
  lion little lock long love lovely low lucky major man manners march marigold mark marks marsh mason may meadow melody
  mercy merry mild miles mill mint miracle moon moor more morning moss music nation new nick night nights noble north
  oak ocean olive opal page park parks parsley patience peace peach pearl penny pepper pet pierce pike piper pitt poppy
  porter potter potts power precious presley price prince princess promise prudence queen rain rainbow raven ray read
  red reed rich rice rich ridge river rivers rob robin rock rocket rocky room rose rosemary rowan ruby rush rusty sage
  saint sally sand sandy savage scarlet sea self serenity shade sharp shepherd short sienna silver singer skip sky small
  smart smith snow so song sparrow spring star starling stay stays steel stern stone storm strange strong summer sunny
  swan sweet swift tailor tanner teddy temple tiger tiny todd toy true trust turner unity vale valley victor victory
  violet wade walk walker wall ward waters way weaver weeks wells west wheeler white wild will willow win winter wise
  with wolf wood woods wren wright yard young youth zebra`;

const ORDINARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Of two letters there are too many words to list. */
const SHORTEST = 3;

/** @param word folded: without accents, in small letters. */
export function isOrdinaryWord(word: string): boolean {
  return !/\d/.test(word) && (word.length < SHORTEST || ORDINARY.has(word));
}
