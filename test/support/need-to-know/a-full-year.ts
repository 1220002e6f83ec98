import type { Product } from '../product';
import { layClosures, layImports, writeNotices } from './closed-and-imported';
import { layCaseRecords } from './case-records-of-all';
import { layClaims, layNoticed, layTasks, layVisits } from './around-stays';
import { twoHundred, type KeyWorker } from './crowd';
import { groundsOf } from './grounds';
import { layJudgements } from './judgements-of-all';
import type { Laid } from './laid';
import { lay } from './lay';
import { aUnitNamed } from './named-unit';
import { layPlans } from './plans-of-all';
import { layRequests } from './requests-of-all';
import { layReasons, layWeeks } from './stays-of-all';

/** Two hundred young people in one unit, who stayed, stay and are to stay together, and all that is written of them. */
export async function aFullYear(product: Product): Promise<Laid> {
  const households = twoHundred();
  const people = households.flatMap((household) => household.people);
  const unit = await aUnitNamed(product);
  const otherUnit = await aUnitNamed(product);
  await lay(
    product,
    'families',
    households.map(({ id, reference }) => ({ id, reference })),
  );
  await lay(
    product,
    'young_people',
    people.map((person) => ({
      id: person.id,
      family_id: person.familyId,
      given_name: person.givenName,
      family_name: person.familyName,
      date_of_birth: person.dateOfBirth,
      case_reference: person.caseReference,
    })),
  );
  const accounts = new Map(
    (
      await product.dataSource.query<{ username: string; id: string }[]>('SELECT username, id FROM accounts')
    ).map(({ username, id }) => [username, id]),
  );
  const grounds = groundsOf(product, unit, households, accounts);
  const plans = await layPlans(product, grounds);
  const pairs = await layWeeks(grounds, people);
  const judged = await layJudgements(product, people, pairs);
  await layReasons(product, grounds, people);
  const asked = await layRequests(product, grounds);
  const noticed = await layNoticed(product, grounds);
  const visits = await layVisits(product, unit.id, people);
  const tasks = await layTasks(product, unit.id, grounds, accounts.get('manager'));
  const claims = await layClaims(product, unit.id, grounds, accounts.get('manager'));
  return {
    unitId: unit.id,
    otherUnitId: otherUnit.id,
    households,
    people,
    rooms: unit.rooms.map(({ id, name, number }) => ({ id, name, keyWorker: workerOf(number) })),
    ids: {
      families: households,
      'young-people': people,
      stays: grounds.stays,
      'noticed-things': noticed,
      'day-visits': visits,
      tasks,
      'emergency-claims': claims,
      'case-records': await layCaseRecords(product, unit.id, people),
      ...plans,
      ...judged,
      ...asked,
    },
    closures: await layClosures(product, unit),
    imports: await layImports(product, unit.id),
    notices: await writeNotices(product, unit.id, people),
    accounts: [accounts.get('finance') ?? ''],
  };
}

function workerOf(bed: number): KeyWorker {
  return bed <= 2 ? 'worker' : 'worker-2';
}
