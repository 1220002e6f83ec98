import { booked, booking, exactly, losersHear, stayOf, times, winners, won, type Race } from './race';

const lastBed: Race = {
  name: 'the last bed',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    const [one, two, three, ...racers] = await ground.children(3 + clients);
    return async (on) => {
      await booked(ask, unit.id, stayOf(one, on), stayOf(two, on), stayOf(three, on));
      return {
        unitIds: [unit.id],
        starts: racers.map((id) => booking(unit.id, stayOf(id, on))),
        faults: (answers) => [...exactly(1, answers), ...losersHear(['no-bed'], answers)],
      };
    };
  },
};

const overlappingDates: Race = {
  name: 'overlapping dates in one room',
  async lay(ground, clients) {
    const unit = await ground.unit(1);
    const racers = await ground.children(clients);
    return (on) =>
      Promise.resolve({
        unitIds: [unit.id],
        starts: racers.map((id, index) => booking(unit.id, stayOf(id, on, [index % 3, 3 + (index % 4)]))),
        faults: (answers) => [...exactly(1, answers), ...losersHear(['no-bed'], answers)],
      });
  },
};

const oneChildInTwoRooms: Race = {
  name: 'one child in two rooms',
  async lay(ground, clients) {
    const unit = await ground.unit(4);
    const [child] = await ground.children(1);
    return (on) =>
      Promise.resolve({
        unitIds: [unit.id],
        starts: times(clients, (index) =>
          booking(unit.id, { ...stayOf(child, on), roomId: unit.rooms[index % 4] }),
        ),
        faults: (answers) => [...exactly(1, answers), ...losersHear(['already-staying'], answers)],
      });
  },
};

const oneChildInTwoUnits: Race = {
  name: 'one child in two units',
  async lay(ground, clients) {
    const units = [await ground.unit(4), await ground.unit(4)];
    const [child] = await ground.children(1);
    return (on) =>
      Promise.resolve({
        unitIds: units.map(({ id }) => id),
        starts: times(clients, (index) => booking(units[index % 2]?.id ?? '', stayOf(child, on))),
        faults: (answers) => [...exactly(1, answers), ...losersHear(['already-staying'], answers)],
      });
  },
};

const siblingsInTwoUnits: Race = {
  name: 'two siblings in two units, asked for in either order',
  async lay(ground, clients) {
    const units = [await ground.unit(4), await ground.unit(4)];
    const pair = await ground.siblings(2);
    await ground.assess(pair);
    return (on) =>
      Promise.resolve({
        unitIds: units.map(({ id }) => id),
        starts: times(clients, (index) => {
          const asked = index % 2 === 0 ? pair : pair.toReversed();
          return booking(units[index % 2]?.id ?? '', ...asked.map((id) => stayOf(id, on)));
        }),
        faults: (answers) => [...exactly(1, answers), ...losersHear(['already-staying'], answers)],
      });
  },
};

const SIBLINGS = 3;

const siblingsAgainstSingles: Race = {
  name: 'siblings together against singles',
  async lay(ground, clients) {
    const unit = await ground.unit(4);
    const groups = Math.ceil(clients / 2);
    const children = await ground.children(groups * SIBLINGS + clients - groups);
    const singles = children.slice(groups * SIBLINGS);
    const group = (index: number) => children.slice(index * SIBLINGS, (index + 1) * SIBLINGS);
    return (on) =>
      Promise.resolve({
        unitIds: [unit.id],
        starts: [
          ...times(groups, (index) => booking(unit.id, ...group(index).map((id) => stayOf(id, on)))),
          ...singles.map((id) => booking(unit.id, stayOf(id, on))),
        ],
        faults: (answers) => {
          const [grouped, alone] = [answers.slice(0, groups), answers.slice(groups)];
          const left = 4 - SIBLINGS * winners(grouped) - winners(alone);
          return [
            ...(left < 0 ? ['more beds were given than there are'] : []),
            ...(left > 0 && !alone.every(won) ? ['a single was turned away from a free bed'] : []),
            ...(left >= SIBLINGS && !grouped.every(won) ? ['siblings were turned away from free beds'] : []),
          ];
        },
      });
  },
};

export const BED_RACES: readonly Race[] = [
  lastBed,
  overlappingDates,
  oneChildInTwoRooms,
  oneChildInTwoUnits,
  siblingsInTwoUnits,
  siblingsAgainstSingles,
];
