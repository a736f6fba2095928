/** An adult psychiatric department and its catchment area. */
export interface DepartmentRow {
  readonly regionId: string;
  readonly slug: string;
  readonly name: string;
  /** Codes of the municipalities whose citizens it treats. */
  readonly catchment: readonly string[];
}

/**
 * Adult psychiatric departments: the five of Region Syddanmark, and those of the other regions that the population needs.
 * Source: public descriptions of the regions' psychiatry, simplified (catchments follow geography, not every agreement); version 1, 2026-11.
 * Licence: public facts.
 */
export const DEPARTMENT_LIST: readonly DepartmentRow[] = [
  row('region-syddanmark', 'esbjerg', 'Psykiatrisk Afdeling Esbjerg', '0561 0563 0573 0575 0530'),
  row('region-syddanmark', 'vejle', 'Psykiatrisk Afdeling Vejle', '0630 0607 0621'),
  row('region-syddanmark', 'odense', 'Psykiatrisk Afdeling Odense', '0461 0410 0420 0440 0480'),
  row('region-syddanmark', 'svendborg', 'Psykiatrisk Afdeling Svendborg', '0479 0430 0450 0482 0492'),
  row('region-syddanmark', 'aabenraa', 'Psykiatrisk Afdeling Aabenraa', '0580 0510 0540 0550'),
  row('region-midtjylland', 'aarhus', 'Psykiatrien i Aarhus', '0751 0727 0741 0746'),
  row('region-midtjylland', 'randers', 'Regionspsykiatrien Randers', '0730 0706 0707 0710'),
  row('region-midtjylland', 'horsens', 'Regionspsykiatrien Horsens', '0615 0766'),
  row('region-midtjylland', 'midt', 'Regionspsykiatrien Midt', '0791 0740 0779'),
  row('region-midtjylland', 'goedstrup', 'Regionspsykiatrien Gødstrup', '0657 0661 0665 0671 0756 0760'),
  row('region-nordjylland', 'aalborg', 'Psykiatrien Aalborg', '0773 0787 0810 0813 0820 0825 0840 0846 0849 0851 0860'),
  row('region-hovedstaden', 'koebenhavn', 'Psykiatrisk Center København', '0101 0147 0185 0155'),
  row('region-hovedstaden', 'ballerup', 'Psykiatrisk Center Ballerup', '0151 0157 0159 0163 0173 0230 0190 0240'),
  row('region-sjaelland', 'slagelse', 'Psykiatrien Slagelse', '0330 0340 0326 0316 0329 0370'),
];

function row(regionId: string, place: string, name: string, catchment: string): DepartmentRow {
  return { regionId, slug: `psychiatry-${place}`, name, catchment: catchment.split(' ') };
}
