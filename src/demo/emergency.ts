import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { emergencyEndsAt } from '../domain/emergency-deadlines';
import { londonInstant } from '../domain/london';
import { EmergencyClaim } from '../emergencies/emergency-claim.entity';
import { Stay } from '../stays/stay.entity';
import type { House } from './house';
import { LONG_STAYER } from './young-people';

/** How the stay that began as an emergency was claimed, as it was written down that night. */
export async function recordClaim(tx: EntityManager, house: House): Promise<void> {
  const { id: stayId, arrivesOn: night } = await tx.findOneByOrFail(Stay, {
    youngPersonId: house.idOf(LONG_STAYER),
    status: 'in-residence',
    kind: 'emergency',
  });
  const edt = await tx.findOneByOrFail(Account, { username: 'edt' });
  await tx.insert(EmergencyClaim, {
    ...{ unitId: house.unitId, stayId, youngPersonId: house.idOf(LONG_STAYER), night },
    claimedAt: londonInstant(night, '21:50'),
    ...{ claimedById: edt.id, claimedByName: edt.name, claimedByRole: 'edt' },
    endsAt: emergencyEndsAt(night),
    legalBasis: 's20',
    ...{ consentBy: 'His mother', consentHow: 'By telephone', consentAt: night },
    reason: 'His mother was taken to hospital in the evening; nobody else at home.',
    alternatives: 'An uncle lives too far to come tonight; no foster carer free.',
    ...{ approvedByName: 'Daniel Osei', approvedByRole: 'deputy', approvedAt: londonInstant(night, '21:40') },
    risks: ['none-known'],
    medicalConsent: 'His mother, by telephone',
    allergies: 'None known',
    transport: 'Brought by the duty social worker',
    notKnown: ['medication'],
  });
}
