/** An NGO and the municipality it works from. */
export interface NgoRow {
  readonly id: string;
  readonly name: string;
  readonly municipalityCode: string;
  readonly userLed: boolean;
  /** Codes of the municipalities whose citizens it takes; none: it takes anybody who turns to it. */
  readonly serves: readonly string[];
}

/**
 * NGOs of the synthetic world, several of them user-led. All names are invented: none is a real association.
 * Source: made for Sammen, version 1. Licence: Apache-2.0.
 */
export const NGO_LIST: readonly NgoRow[] = [
  ngo('ngo-peer-vestkysten', 'Peernetværket Vestkysten', '0561', true, '0561 0563 0573 0575 0530'),
  ngo('ngo-broen-esbjerg', 'Foreningen Broen, Esbjerg', '0561', false, '0561'),
  ngo('ngo-medvandrerne-odense', 'Medvandrerne i Odense', '0461', false, '0461 0420 0440 0480'),
  ngo('ngo-brugerhuset-fyn', 'Brugerhuset Fyn', '0479', true, '0430 0450 0479 0482 0492'),
  ngo('ngo-faellesskabet-trekanten', 'Fællesskabet i Trekanten', '0621', false, '0410 0607 0621 0630'),
  ngo('ngo-graensen-soenderjylland', 'Netværk ved Grænsen', '0580', false, '0510 0540 0550 0580'),
  ngo('ngo-peerhuset-aarhus', 'Peerhuset ved Åen', '0751', true, '0751 0706 0707 0727 0741 0746'),
  ngo('ngo-vennerne-randers', 'Hverdagsvennerne, Randers', '0730', false, '0730 0710 0740 0791 0779'),
  ngo('ngo-vestlyset-herning', 'Vestlyset', '0657', true, '0657 0661 0665 0671 0756 0760 0615 0766'),
  ngo('ngo-stoettelinjen', 'Støttelinjen på Tværs', '0101', false, ''),
];

function ngo(id: string, name: string, municipalityCode: string, userLed: boolean, serves: string): NgoRow {
  return { id, name, municipalityCode, userLed, serves: serves.split(' ').filter((code) => code !== '') };
}
