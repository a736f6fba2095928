import type { Actor } from '@sammen/consent';

export const socialWorker: Actor = {
  id: 'staff-municipality-0561.social-0',
  role: 'SOCIAL_WORKER',
  organisationId: 'municipality-0561',
  organisationKind: 'MUNICIPALITY',
  unitId: 'municipality-0561/social',
  citizenId: null,
};

export const citizen: Actor = {
  id: 'citizen-1',
  role: 'CITIZEN',
  organisationId: null,
  organisationKind: 'NONE',
  unitId: null,
  citizenId: '0f0e0d0c-0b0a-8908-8706-050403020100',
};
