import {
  countedArea,
  departmentOf,
  diagnosis,
  DIAGNOSIS_CODES,
  diagnosisText,
  employmentMeasure,
  FFB_THEMES,
  ffbTheme,
  isKnownDiagnosis,
  isOpenToNew,
  LEAD_MUNICIPALITY_CODE,
  MUNICIPALITIES,
  municipality,
  ngosServing,
  organisation,
  ORGANISATIONS,
  regionOfMunicipality,
  SOCIAL_PARAGRAPHS,
  socialParagraph,
  unit,
  UNITS,
} from '@sammen/reference-data';

const inRegion = (name: string, day: string) =>
  MUNICIPALITIES.filter((each) => regionOfMunicipality(each.code, day)?.name === name).length;

describe('municipalities and regions', () => {
  it('there are 98 municipalities, and Christiansø stands outside regions', () => {
    expect(MUNICIPALITIES.filter((each) => each.organisationId !== null)).toHaveLength(98);
    expect(regionOfMunicipality('0411', '2026-11-01')).toBeNull();
    expect(municipality('0561')?.name).toBe('Esbjerg');
    expect(municipality('9999')).toBeNull();
  });

  it.each([
    ['Region Syddanmark', 22],
    ['Region Midtjylland', 19],
    ['Region Nordjylland', 11],
    ['Region Hovedstaden', 29],
    ['Region Sjælland', 17],
  ])('%s has %i municipalities in 2026', (name, count) => {
    expect(inRegion(name, '2026-12-31')).toBe(count);
  });

  it('on 1 January 2027 Hovedstaden and Sjælland are Region Østdanmark, the day before they are not', () => {
    expect(inRegion('Region Østdanmark', '2026-12-31')).toBe(0);
    expect(inRegion('Region Østdanmark', '2027-01-01')).toBe(46);
    expect(inRegion('Region Hovedstaden', '2027-01-01')).toBe(0);
  });
});

describe('organisations and units', () => {
  it('one lead: Esbjerg', () => {
    expect(ORGANISATIONS.filter((each) => each.lead).map((each) => each.municipalityCode)).toEqual([
      LEAD_MUNICIPALITY_CODE,
    ]);
  });

  it('every id is unique, and every unit begins with the id of its organisation', () => {
    const ids = [...ORGANISATIONS, ...UNITS].map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of UNITS) {
      expect(organisation(each.organisationId)).not.toBeNull();
      expect(each.id.startsWith(`${each.organisationId}/`)).toBe(true);
      if (each.parentUnitId !== null) expect(unit(each.parentUnitId)).not.toBeNull();
    }
  });

  it('every municipality has social service and job centre as units of its own', () => {
    for (const each of ORGANISATIONS.filter((one) => one.kind === 'MUNICIPALITY'))
      expect([unit(`${each.id}/social`)?.kind, unit(`${each.id}/job-centre`)?.kind]).toEqual([
        'SOCIAL_SERVICE',
        'JOB_CENTRE',
      ]);
  });

  it('Region Syddanmark has five adult departments, and each of its 22 municipalities belongs to one', () => {
    const departments = UNITS.filter(
      (each) => each.organisationId === 'region-syddanmark' && each.kind === 'PSYCHIATRIC_DEPARTMENT',
    );
    expect(departments).toHaveLength(5);
    for (const each of MUNICIPALITIES.filter((one) => one.regions[0]?.regionCode === '1083'))
      expect(unit(departmentOf(each.code) ?? '')?.kind).toBe('PSYCHIATRIC_DEPARTMENT');
  });

  it('there are at least two user-led NGOs, and somebody for every municipality', () => {
    expect(ORGANISATIONS.filter((each) => each.userLed).length).toBeGreaterThanOrEqual(2);
    for (const each of MUNICIPALITIES)
      for (const id of ngosServing(each.code)) expect(organisation(id)?.kind).toBe('NGO');
  });
});

describe('codes', () => {
  it('448 F codes have a Danish text, by ICD-10 and by SKS code', () => {
    expect(DIAGNOSIS_CODES).toHaveLength(448);
    expect(diagnosisText('F20')).toBe('Skizofreni');
    expect(diagnosis('DF200')).toBe(diagnosis('F20.0'));
    expect(isKnownDiagnosis('F99.7')).toBe(false);
    expect(isKnownDiagnosis('f20')).toBe(false);
    expect(DIAGNOSIS_CODES.every((each) => each.text.length > 2)).toBe(true);
  });

  it('ressourceforløb and revalidering take nobody new from 1 February 2026; work placement does', () => {
    for (const code of ['RESOURCE_COURSE', 'REHABILITATION']) {
      expect(isOpenToNew(employmentMeasure(code)!, '2026-01-31')).toBe(true);
      expect(isOpenToNew(employmentMeasure(code)!, '2026-02-01')).toBe(false);
    }
    expect(isOpenToNew(employmentMeasure('WORK_PLACEMENT')!, '2026-02-01')).toBe(true);
    expect(isOpenToNew(employmentMeasure('WORK_DUTY')!, '2025-06-30')).toBe(false);
  });

  it('a paragraph is found by act and number, and no other way', () => {
    expect(socialParagraph('SEL', '85')?.en).toBe('Home support');
    expect(socialParagraph('SEL', '999')).toBeNull();
    expect(socialParagraph('SUL', '85')).toBeNull();
    expect(socialParagraph('SEL', '99')?.needsDecision).toBe(false);
    expect(new Set(SOCIAL_PARAGRAPHS.map((each) => `${each.act} ${each.paragraph}`)).size).toBe(
      SOCIAL_PARAGRAPHS.length,
    );
  });

  it('eleven themes carry their FFB code', () => {
    expect(FFB_THEMES).toHaveLength(11);
    expect(ffbTheme('3856b434-f72e-42a5-b9d1-0cc93f48434b')?.key).toBe('RELATIONSHIPS');
    expect(ffbTheme('constructor')).toBeNull();
  });

  it('housing benefit counts 65 m² for one and 20 for each further person', () => {
    expect([countedArea(1), countedArea(3)]).toEqual([65, 105]);
  });
});
