/**
 * ICD-10 chapter V, F60–F99, with Danish text: one code and its text a line.
 * Source: the Danish ICD-10 code system as published with DK Core terminology (Sundhedsdatastyrelsen, SKS); facts taken 2026-11.
 * Licence: ICD-10 is the World Health Organization's; the Danish texts are published by Sundhedsdatastyrelsen for use with attribution.
 */
export const ICD10_F60_F99 = `
F60 Specifikke forstyrrelser af personlighedsstrukturen
F60.0 Paranoid personlighedsstruktur
F60.1 Skizoid personlighedsstruktur
F60.2 Dyssocial personlighedsstruktur
F60.3 Emotionelt ustabil personlighedsstruktur
F60.4 Histrionisk personlighedsstruktur
F60.5 Tvangspræget personlighedsstruktur
F60.6 Ængstelig personlighedsstruktur
F60.7 Dependent personlighedsstruktur
F60.8 Anden forstyrrelse af personlighedsstrukturen
F60.9 Forstyrrelse i personlighedsstrukturen UNS
F61 Forstyrrelser i personlighedsstruktur af bl. og an. type
F62 Ikke-organiske personlighedsændringer
F62.0 Personlighedsændring efter katastrofeoplevelse
F62.1 Personlighedsændring efter psykisk sygdom
F62.8 Anden personlighedsændring
F62.9 Personlighedsændring UNS
F63 Patologiske vane- og impulshandlinger
F63.0 Patologisk spillelidenskab
F63.1 Pyromani
F63.2 Kleptomani
F63.3 Trikotillomani
F63.8 Anden patologisk vane- og impulshandling
F63.9 Patologisk vane- og impulshandling UNS
F64 Kønsidentitetsforstyrrelser
F64.0 Transseksualisme
F64.1 Transvestisme
F64.2 Kønsidentitetsforstyrrelse i barndommen
F64.8 Anden kønsidentitetsforstyrrelse
F64.9 Kønsidentitetsforstyrrelse UNS
F65 Seksuelle afvigelser
F65.0 Fetichisme
F65.1 Transvestisk fetichisme
F65.2 Exhibitionisme
F65.3 Voyeurisme
F65.4 Pædofili
F65.5 Sadomasochisme
F65.6 Blandet seksuel afvigelser
F65.8 Anden seksuel afvigelse
F65.9 Seksuel afvigelse UNS
F66 Seksuelle udviklings- og orienteringsforstyrrelser
F66.0 Seksuel modningsforstyrrelse
F66.1 Egodyston seksualorientering
F66.2 Seksuel forholdsforstyrrelse
F66.8 Anden psykoseksuel udviklingsforstyrrelse
F66.9 Psykoseksuel udviklingsforstyrrelse UNS
F68 An. forstyrr. i personlighedsstruktur og adfærd hos voksne
F68.0 Psykisk udbygning af somatiske symptomer
F68.1 Sygdomsefterligning helt eller delvist bevidst
F68.8 An. forstyrr. i personlighed, struktur og adfærd hos voksen
F69 Forstyrr. i personlighedsstruktur og adfærd UNS
F70 Mental retardering af lettere grad
F70.0 Lettere mental retardering med ringe påvirkning af adfærd
F70.1 Lettere mental retardering m. væsentlig påvirkning af adfærd
F70.8 Lettere mental retardering med anden påvirkning af adfærd
F70.9 Lettere mental retardering med påvirkning af adfærd UNS
F71 Mental retardering af middelsvær grad
F71.0 Middelsvær mental retardering med ringe påvirkning af adfærd
F71.1 Middelsvær mental retardering m væsentlig påvirkn. af adfærd
F71.8 Middelsvær mental retardering med anden påvirkning af adfærd
F71.9 Middelsvær mental retardering med påvirkning af adfærd UNS
F72 Mental retardering af sværere grad
F72.0 Sværere mental retardering med ringe påvirkning af adfærd
F72.1 Sværere mental retardering m. væsentlig påvirkning af adfærd
F72.8 Sværere mental retardering med anden påvirkning af adfærd
F72.9 Sværere mental retardering med påvirkning af adfærd UNS
F73 Mental retardering i sværeste grad
F73.0 Mental retardering i sværeste grad med ringe adfærdspåvirk.
F73.1 Mental retardering i sværeste grad m væsentlig adfærdspåvirk
F73.8 Mental retardering i sværeste grad med an. påvirk. af adfærd
F73.9 Mental retardering i sværeste grad med adfærdspåvirkning UNS
F78 Anden mental retardering
F78.0 Anden mental retardering med ringe påvirkning af adfærd
F78.1 Anden mental retardering med væsentlig påvirkning af adfærd
F78.8 Anden mental retardering med anden påvirkning af adfærd
F78.9 Anden mental retardering med påvirkning af adfærd UNS
F79 Mental retardering uden specificering
F79.0 Mental retardering UNS med ringe påvirkning af adfærd
F79.1 Mental retardering UNS med væsentlig påvirkning af adfærd
F79.8 Mental retardering UNS med anden påvirkning af adfærd
F79.9 Mental retardering UNS
F80 Specifikke udviklingsforstyrrelser af tale og sprog
F80.0 Specifik sprogartikulationsforstyrrelse
F80.1 Ekspressiv dysfasi
F80.2 Impressiv dysfasi
F80.3 Epileptisk afasi
F80.8 Anden udviklingsforstyrrelse af tale eller sprog
F80.9 Udviklingsforstyrrelse af tale og sprog UNS
F81 Specifikke udviklingsforstyrrelser af skolefærdigheder
F81.0 Specifik læseforstyrrelse
F81.1 Specifik staveforstyrrelse
F81.2 Specifik regneforstyrrelse
F81.3 Blandet udviklingsforstyrrelse af skolefærdigheder
F81.8 Anden udviklingsforstyrrelse af skolefærdigheder
F81.9 Udviklingsforstyrrelse af skolefærdigheder UNS
F82 Specifikke udviklingsforstyrrelser af motoriske færdigheder
F83 Blandede udviklingsforstyrrelser af specifikke færdigheder
F84 Gennemgribende mentale udviklingsforstyrrelser
F84.0 Infantil autisme
F84.1 Atypisk autisme
F84.2 Retts syndrom
F84.3 Anden disintegrativ forstyrrelse i barndommen
F84.4 Hyperaktivitetsforstyr. m. retardering/bevægelsesstereotypi
F84.5 Aspergers syndrom
F84.8 Anden gennemgribende mental udviklingsforstyrrelse
F84.9 Gennemgribende mental udviklingsforstyrrelse UNS
F88 Andre psykiske udviklingsforstyrrelser
F89 Psykiske udviklingsforstyrrelser uden specificering
F90 Hyperkinetiske forstyrrelser
F90.0 Forstyrrelse af aktivitet og opmærksomhed
F90.1 Hyperkinetisk adfærdsforstyrrelse
F90.8 Anden hyperkinetisk forstyrrelse
F90.9 Hyperkinetisk forstyrrelse UNS
F91 Adfærdsforstyrrelser
F91.0 Adfærdsforstyrrelse begrænset til familien
F91.1 Usocialiseret adfærdsforstyrrelse
F91.2 Socialiseret adfærdsforstyrrelse
F91.3 Oppositionel adfærdsforstyrrelse
F91.8 Anden adfærdsforstyrrelse
F91.9 Adfærdsforstyrrelse UNS
F92 Blandede adfærds- og følelsesmæssige forstyrrelser
F92.0 Depressiv adfærdsforstyrrelse
F92.8 Andre blandede adfærds- og følelsesmæssig forstyrrelser
F92.9 Blandet adfærds- og følelsesmæssig forstyrrelse UNS
F93 Emotionelle forstyrrelser opstået i barndommen
F93.0 Abnorm separationsangst i barndom
F93.1 Fobisk angsttilstand i barndom
F93.2 Socialangsttilstand i barndom
F93.3 Overdreven søskendejalousi
F93.8 Anden emotionel forstyrrelse i barndom
F93.9 Emotionel forstyrrelse i barndom UNS
F94 Sociale funktionsforstyrrelser i barndom og adolescens
F94.0 Elektiv mutisme
F94.1 Reaktiv tilknytningsforstyrrelse i barndom
F94.2 Uselektiv, uhæmmet tilknytnings- eller kontaktform
F94.8 Anden social funktionsforstyrrelse
F94.9 Social funktionsforstyrrelse UNS
F95 Tics
F95.0 Forbigående tic
F95.1 Kroniske motoriske eller vokale tics
F95.2 Kombinerede vokale og multiple motoriske tics
F95.8 Anden tic-lidelse
F95.9 Tics UNS
F98 An. adfærd/emotionel forstyrr. opstået i barndom/adolescens
F98.0 Ikke-organisk enuresis
F98.1 Ikke-organisk encoprese
F98.2 Spiseforstyrrelse i barndommen
F98.3 Pica i barndommen
F98.4 Bevægelsesstereotypier
F98.5 Stammen
F98.6 Støden
F98.8 An. adfærd/emotionel forstyrr. opstået i barndom/adolescens
F98.9 Adfærdsmæssig/emotionel forstyrr. i barndom/adolescens UNS
F99 Psykiske lidelser eller forstyrrelser ikke nærmere spec.
`;
