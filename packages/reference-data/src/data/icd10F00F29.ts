/**
 * ICD-10 chapter V, F00–F29, with Danish text: one code and its text a line.
 * Source: the Danish ICD-10 code system as published with DK Core terminology (Sundhedsdatastyrelsen, SKS); facts taken 2026-11.
 * Licence: ICD-10 is the World Health Organization's; the Danish texts are published by Sundhedsdatastyrelsen for use with attribution.
 */
export const ICD10_F00_F29 = `
F00 Demens ved Alzheimers sygdom
F00.0 Demens ved Alzheimers sygdom med tidlig debut
F00.1 Demens ved Alzheimers sygdom med sen debut
F00.2 Demens ved Alzheimers sygdom af atypisk eller blandet type
F00.9 Demens ved Alzheimers sygdom UNS
F01 Vaskulær demens
F01.0 Vaskulær demens med akut indsætten
F01.1 Multiinfarktdemens
F01.2 Subkortikal vaskulær demens
F01.3 Blandet kortikal og subkortikal vaskulær demens
F01.8 Anden vaskulær demens
F01.9 Vaskulær demens UNS
F02 Demens ved andre sygdomme klassificeret andetsteds
F02.0 Demens ved Picks sygdom
F02.1 Demens ved Creutzfeldt-Jakobs sygdom
F02.2 Demens ved Huntingtons sygdom
F02.3 Demens ved Parkinsons sygdom
F02.4 Demens ved hiv-sygdom
F02.8 Demens ved anden sygdom klassificeret andetsteds
F03 Ikke specificeret demens
F04 Organisk amnestisk syndr. ej f.a. alkohol/psykoakt. Stoffer
F05 Delir, ikke fremkaldt af alkohol eller psykoaktive stoffer
F05.0 Delir uden demens
F05.1 Delir ved demens
F05.8 Andet delir
F05.9 Delir UNS
F06 An. psykisk lid. sfa hjerneskade, dysfunktion, legemlig sygd
F06.0 Organisk hallucinose
F06.1 Organisk kataton sindslidelse
F06.2 Organisk paranoid eller skizofreniform sindslidelse
F06.3 Organisk affektiv sindslidelse
F06.4 Organisk angsttilstand
F06.5 Organisk dissociativ tilstand
F06.6 Organisk emotionel instabilitet og asteni
F06.7 Organisk kognitiv forstyrrelse af lettere grad
F06.8 Anden organisk psykisk lidelse
F06.9 Organisk psykisk lidelse UNS
F07 Personligh./adfærdsforst. f.a. sygd., hjernebeskad./dysfunk.
F07.0 Organisk personlighedsforstyrrelse
F07.1 Postencefalitisk syndrom
F07.2 Posttraumatisk hjernesyndrom
F07.8 Anden organisk personligheds- eller adfærdsforstyrrelse
F07.9 Organisk personligheds- eller adfærdsforstyrrelse UNS
F09 Ikke spec. organisk/sympt.mental lidelse/personligh.forstyrr
F10 Psyk. lidel. og adfærdsmæssige forstyr. f.a. brug af alkohol
F10.0 Akut alkoholintoksikation
F10.1 Skadelig brug af alkohol
F10.2 Alkoholafhængighedssyndrom
F10.3 Abstinenstilstand sfa alkoholbrug
F10.4 Delirøs abstinenstilstand sfa alkoholbrug
F10.5 Alkoholpsykose
F10.6 Amnestisk syndrom sfa alkoholbrug
F10.7 Sen psykotisk eller residual tilstand f.a. alkoholbrug
F10.8 Anden psykisk lidelse/adfærdsforstyrrelse f.a. alkoholbrug
F10.9 Psykisk lidelse el. adfærdsforstyrrelse f.a. alkoholbrug UNS
F11 Psykiske lidelser og adfærdsmæssige forstyr. f.a. opioider
F11.0 Akut opioidintoksikation
F11.1 Skadelig brug af opioider
F11.2 Opioidafhængighedssyndrom
F11.3 Abstinenstilstand sfa opioidbrug
F11.4 Delirøs abstinenstilstand sfa opioidbrug
F11.5 Opioidpsykose
F11.7 Sen psykotisk el. residual tilstand forårsaget af opioidbrug
F11.8 Anden psykisk lidelse/adfærdsforstyrrelse f.a. opioidbrug
F11.9 Psykisk lidelse el. adfærdsforstyrrelse f.a. opioidbrug UNS
F12 Psykiske lidelser og adfærdsmæssige forstyr. f.a. cannabis
F12.0 Akut cannabisintoksikation
F12.1 Skadelig brug af cannabis
F12.2 Cannabisafhængighedssyndrom
F12.5 Cannabispsykose
F12.7 Sen psykotisk el. residual tilstand f.a. cannabisbrug
F12.8 An. psykisk lidelse/adfærdsforstyrrelse f.a. cannabisbrug
F12.9 Psykisk lidelse/adfærdsforstyrrelse f.a. cannabisbrug UNS
F13 Psyk. lidelser og adfærds. forstyr. f.a. sedativa/hypnotika
F13.0 Akut intoksikation med sedativa eller hypnotika
F13.1 Skadelig brug af sedativa/hypnotika
F13.2 Afhængighedssyndrom ved brug af sedativa eller hypnotika
F13.3 Abstinenstilstand sfa sedativa/hypnotika
F13.4 Delirøs abstinenstilstand sfa sedativa/hypnotika
F13.5 Psykotisk tilstand ved brug af sedativa eller hypnotika
F13.7 Sen psykotisk/residual tilst. sfa sedativa/hypnotika
F13.8 An. psykisk lidelse/adfærdsforstyrr. sfa sedativa/hypnotika
F13.9 Psykisk lidelse/adfærdsforstyrr. sfa sedativa/hypnotika UNS
F14 Psykiske lidelser og adfærdsforstyrrelser f.a. kokain
F14.0 Akut kokainintoksikation
F14.1 Skadelig brug af kokain
F14.2 Afhængighedssyndrom ved brug af kokain
F14.3 Abstinenstilstand sfa kokain
F14.5 Kokainpsykose
F14.7 Sen psykotisk el. residual tilstand forårsaget af kokainbrug
F14.8 Anden psykisk lidelse/adfærdsforstyrrelse f.a. kokainbrug
F14.9 Psykisk lidelse el. adfærdsforstyrrelse f.a. kokainbrug UNS
F15 Psykiske lidelser/adfærdsforstyr. f.a. an. centralstim. stof
F15.0 Akut intoksikation med andet centralstimulerende stof
F15.1 Skadelig brug af andet centralstimulerende stof
F15.2 Afhængighedssyndrom ved brug af andet centralstim. stof
F15.3 Abstinenstilstand f.a. brug af an. centralstimulerende stof
F15.5 Psykotisk tilstand v. brug af andet centralstimulerende stof
F15.7 Sen psykotisk/residual tilstand f.a. an. centralstim. stof
F15.8 An. psykisk lidelse/adfærdsforst. f.a. an. centralstim. stof
F15.9 Psykisk lidelse/adfærdsforst. f.a. an. centralstim. stof UNS
F16 Psykiske lidelser og adfærdsmæ. forstyr. f.a. hallucinogener
F16.0 Akut hallucinogenintoksikation
F16.1 Skadelig brug af hallucinogen
F16.2 Afhængighedssyndrom ved brug af hallucinogen
F16.5 Hallucinogenpsykose
F16.7 Sen psykotisk/residual tilstand f.a. hallucinogenbrug
F16.8 Anden psykisk lidelse/adfærdsforstyr. f.a. hallucinogenbrug
F16.9 Psykisk lidelse/adfærdsforstyr. f.a. hallucinogenbrug UNS
F17 Psykiske lidelser og adfærdsmæssige forstyr. f.a. tobak
F17.0 Akut tobaksintoksikation
F17.1 Skadelig brug af tobak
F17.2 Afhængighedssyndrom ved brug af tobak
F17.8 Anden psykisk lidelse/adfærdsforstyrrelse f.a. tobaksbrug
F17.9 Psykisk lidelse el. adfærdsforstyrrelse f.a. tobaksbrug UNS
F18 Psykiske lidelser og adfærdsforstyr. f.a. flygtige opløs-mid
F18.0 Akut intoksikation med flygtigt opløsningsmiddel
F18.1 Skadelig brug af flygtigt opløsningsmiddel
F18.2 Afhængighedssyndrom ved brug af flygtigt opløsningsmiddel
F18.5 Psykotisk tilstand ved brug af flygtige opløsningsmidler
F18.6 Amnestisk syndrom sfa flygtigt opløsningsmiddel
F18.7 Sen psykotisk/residual tilst. f.a. flygtigt opløsningsmid.
F18.8 An. psykisk lidelse/adfærdsforstyr. f.a. flygtigt opløs-mid
F18.9 Psykisk lidelse/adfærdsforstyr. f.a. flygtigt opløs-mid UNS
F19 Psyk. lid./adfærdsforstyrr. f.a. mult./an. psykoaktivt stof
F19.0 Akut intoksikation m. multiple el. andre psykoaktive stoffer
F19.1 Skadelig brug af flere eller andre psykoaktive stoffer
F19.2 Afhængighedssyndrom v. brug af fl./andre psykoaktive stoffer
F19.3 Abstinenstilstand sfa multiple/an. psykoaktivt stof
F19.4 Delirøs abstinenstilstand sfa multiple/an. psykoaktivt stof
F19.5 Psykotisk tilstand ved brug af fl./andre psykoaktive stoffer
F19.6 Amnestisk syndrom sfa multiple/an. psykoaktivt stof
F19.7 Sen psykotisk/residual tilst. f.a. mult/an. psykoakt. stof
F19.8 An. psykisk lid/adfærdsforst. sfa mult/an. psykoaktivt stof
F19.9 Psykisk lid/adfærdsforst. sfa mult/an. psykoaktivt stof UNS
F20 Skizofreni
F20.0 Paranoid skizofreni
F20.1 Hebefren skizofreni
F20.2 Kataton skizofreni
F20.3 Udifferentieret skizofreni
F20.4 Post-skizofren depression
F20.5 Skizofren residual-tilstand
F20.6 Simpel skizofreni
F20.8 Skizofreni af anden type
F20.9 Skizofreni UNS
F21 Skizotypisk sindslidelse
F22 Paranoide psykoser
F22.0 Enkel paranoia
F22.8 Anden paranoid psykose
F22.9 Paranoid psykose UNS
F23 Akutte og forbigående psykoser
F23.0 Akut polymorf non-skizofreniform psykose
F23.1 Akut polymorf skizofreniform psykose
F23.2 Akut skizofreniform psykose
F23.3 Akut paranoid psykose
F23.8 Anden akut eller forbigående psykose
F23.9 Akut eller forbigående psykose UNS
F24 Induceret psykose
F25 Skizoaffektive psykoser
F25.0 Skizoaffektiv psykose af manisk type
F25.1 Skizoaffektiv psykose af depressiv type
F25.2 Skizoaffektiv blandet manisk-depressiv psykose
F25.8 Skizoaffektiv psykose af anden type
F25.9 Skizoaffektiv psykose UNS
F28 Andre ikke-organiske psykoser
F29 Ikke spec. ikke-organisk psykose
`;
