import request from 'supertest';
import type { OpenIdSettings } from '../../../config/openid';
import { Clock } from '../../../src/platform/clock';
import { startProduct, type Product } from '../product';
import { AUDIENCE, CLIENT, freePort, SECRET, TestProvider, type People } from './provider';

export interface CouncilProduct {
  readonly product: Product<Clock>;
  readonly provider: TestProvider;
  /** @returns its id. */
  openUnit(name: string): Promise<string>;
  close(): Promise<void>;
}

const inGroups = (...roles: string[]) => ({ realm_access: { roles } });

const PEOPLE: People = {
  ruth: {
    ...inGroups('everybody', 'breaks-managers', 'breaks-staff'),
    ...{ name: 'Ruth Calder', preferred_username: 'ruth.calder', email: 'ruth@council.example' },
    ...{ homes: ['larch'], team: 'North' },
  },
  priya: {
    ...inGroups('breaks-staff'),
    ...{ name: 'Priya Nair', preferred_username: 'priya.nair', email: 'priya@council.example' },
    homes: ['all-homes'],
  },
  nobody: { ...inGroups('everybody'), name: 'Sam Stranger' },
  'case-system': { ...inGroups('breaks-staff'), homes: ['larch'] },
  stranger: inGroups('everybody'),
};

/** The product beside a real provider, as a council would set the two up. */
export async function startCouncilProduct(): Promise<CouncilProduct> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const provider = await TestProvider.start(publicUrl, PEOPLE);
  const openId: OpenIdSettings = {
    ...{ issuer: provider.issuer, clientId: CLIENT, clientSecret: SECRET, audience: AUDIENCE },
    scopes: 'openid profile email',
    roleClaim: 'realm_access.roles',
    roles: [
      ['breaks-managers', 'manager'],
      ['breaks-staff', 'staff'],
      ['breaks-workers', 'worker'],
      ['breaks-visitors', 'visitor'],
      ['breaks-accounts', 'administrator'],
    ],
    units: {
      ...{ by: 'claim', claim: 'homes' },
      units: [
        ['larch', 'Larch House'],
        ['all-homes', '*'],
      ],
    },
    teamClaim: 'team',
  };
  const product = await startProduct(new Clock(), { port, publicUrl, openId });
  const close = async () => {
    await product.close();
    await provider.stop();
  };
  const openUnit = async (name: string) => {
    const claims = { sub: 'builder', ...inGroups('breaks-managers'), homes: ['all-homes'] };
    const answer = await request(product.baseUrl)
      .post('/api/units')
      .set('Authorization', `Bearer ${await provider.token(claims)}`)
      .send({
        name,
        places: 1,
        ageRange: { from: 11, to: 17 },
        rooms: [{ number: 1, name: 'Garden', features: [] }],
      });
    return (answer.body as { id: string }).id;
  };
  return { product, provider, openUnit, close };
}
