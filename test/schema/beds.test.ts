import { RawDiary, WEEKEND, type RawStay } from './raw-diary';

let diary: RawDiary;
beforeAll(async () => {
  diary = await RawDiary.open();
});
afterAll(() => diary.close());

const attempt = (asked: RawStay) => diary.refusalOf(diary.stay(asked));
const NEXT = ['2026-03-16', '2026-03-18'] as const;
const MEETING = ['2026-03-15', '2026-03-18'] as const;

describe('whatever code runs, the database itself', () => {
  it('has one stay in a room a night, and lets the next arrive the day the last leaves', async () => {
    const unit = await diary.ground.unit();
    const [one, two] = await diary.ground.children(2);
    await diary.stay({ unit, youngPersonId: one });
    expect(await attempt({ unit, youngPersonId: two, nights: MEETING })).toBe('bed_uses_one_stay_per_room');
    expect(await attempt({ unit, youngPersonId: two, nights: NEXT })).toBe('taken');
  });

  it('has one stay of a young person a night, in whichever unit', async () => {
    const [here, there] = [await diary.ground.unit(), await diary.ground.unit()];
    const [child] = await diary.ground.children(1);
    await diary.stay({ unit: here, youngPersonId: child });
    for (const unit of [here, there])
      expect(await attempt({ unit, youngPersonId: child, room: 1, nights: MEETING })).toBe(
        'bed_uses_one_stay_per_young_person',
      );
  });

  it('has nobody beside a solo stay, whichever of the two came first', async () => {
    const [one, two] = await diary.ground.children(2);
    for (const firstIsSolo of [true, false]) {
      const unit = await diary.ground.unit();
      const nights = firstIsSolo ? WEEKEND : (['2027-03-13', '2027-03-16'] as const);
      await diary.stay({ unit, youngPersonId: one, nights, solo: firstIsSolo });
      const second = { unit, youngPersonId: two, room: 1, nights, solo: !firstIsSolo };
      expect(await attempt(second)).toBe('bed_uses_nobody_beside');
    }
  });

  it('lets a sibling of the same party be beside a solo stay', async () => {
    const unit = await diary.ground.unit();
    const [one, two] = await diary.ground.siblings(2);
    await diary.stay({ unit, youngPersonId: one, solo: true, party: one });
    expect(await attempt({ unit, youngPersonId: two, room: 1, party: one })).toBe('taken');
  });

  it('has no stay in a closed room or unit, and closes none with a stay in it', async () => {
    const unit = await diary.ground.unit();
    const [one, two] = await diary.ground.children(2);
    await diary.shut(unit, 0);
    expect(await attempt({ unit, youngPersonId: one })).toBe('bed_uses_no_stay_in_closed_room');
    expect(await attempt({ unit, youngPersonId: one, room: 1 })).toBe('taken');
    expect(await diary.refusalOf(diary.shut(unit, 1))).toBe('bed_uses_no_stay_in_closed_room');
    expect(await diary.refusalOf(diary.shut(unit, null))).toBe('bed_uses_no_stay_in_closed_room');
    await diary.shut(unit, null, NEXT);
    expect(await attempt({ unit, youngPersonId: two, room: 2, nights: MEETING })).toBe(
      'bed_uses_no_stay_in_closed_room',
    );
  });

  it('lets a room beside a solo stay be closed, whichever of the two came first', async () => {
    const unit = await diary.ground.unit();
    const [child] = await diary.ground.children(1);
    await diary.shut(unit, 1);
    expect(await attempt({ unit, youngPersonId: child, solo: true })).toBe('taken');
    expect(await diary.refusalOf(diary.shut(unit, 2))).toBe('taken');
    expect(await diary.refusalOf(diary.shut(unit, 0))).toBe('bed_uses_no_stay_in_closed_room');
  });

  it('has no more young people than registered places, by the setting of that night', async () => {
    const unit = await diary.ground.unit(3);
    const [one, two, three] = await diary.ground.children(3);
    await diary.sql.query(
      `INSERT INTO unit_settings (unit_id, from_on, places, age_from, age_to) VALUES ($1, '2026-03-15', 2, 8, 17)`,
      [unit.id],
    );
    const friday = ['2026-03-13', '2026-03-15'] as const;
    for (const [room, youngPersonId] of [one, two].entries()) await diary.stay({ unit, youngPersonId, room });
    expect(await attempt({ unit, youngPersonId: three, room: 2 })).toBe('bed_uses_registered_places');
    expect(await attempt({ unit, youngPersonId: three, room: 2, nights: friday })).toBe('taken');
  });

  it('has no more than the registered places when two write at once', async () => {
    const [one, two] = await diary.ground.children(2);
    for (let round = 0; round < 10; round += 1) {
      const unit = await diary.ground.unit(2);
      const nights = [`2026-04-${10 + round}`, `2026-04-${11 + round}`] as const;
      await diary.sql.query('UPDATE unit_settings SET places = 1 WHERE unit_id = $1', [unit.id]);
      const both = [one, two].map((youngPersonId, room) => attempt({ unit, youngPersonId, room, nights }));
      expect((await Promise.all(both)).sort()).toEqual(['bed_uses_registered_places', 'taken']);
    }
  });

  it('lets two stays exchange rooms within one transaction', async () => {
    const unit = await diary.ground.unit();
    const pair = await diary.ground.children(2);
    const stays = [];
    for (const [room, youngPersonId] of pair.entries())
      stays.push(await diary.stay({ unit, youngPersonId, room }));
    const swap = diary.sql.query(
      `UPDATE bed_uses SET room_id = CASE stay_id WHEN $1 THEN $3::uuid ELSE $4::uuid END,
         bed = CASE stay_id WHEN $1 THEN 2 ELSE 1 END WHERE stay_id IN ($1, $2)`,
      [...stays, unit.rooms[1], unit.rooms[0]],
    );
    expect(await diary.refusalOf(swap)).toBe('taken');
  });
});
