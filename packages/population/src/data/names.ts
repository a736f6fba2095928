/** The only names that synthetic people have. Common Danish names, combined by chance; any likeness is one. Source: made for Sammen, version 1, Apache-2.0. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names of women. */
export const FEMALE_NAMES = words(`
  Anne Kirsten Mette Hanne Helle Susanne Lene Maria Marianne Lone Camilla Pia Louise Charlotte Gitte Tina Jette Karen Ida Sofie
  Emma Freja Clara Laura Josefine Mathilde Caroline Sara Julie Line Nanna Signe Astrid Ingrid Bodil Birthe Ulla Dorthe Rikke Trine
`);

/** Given names of men. */
export const MALE_NAMES = words(`
  Peter Jens Lars Michael Henrik Thomas Søren Jan Christian Martin Niels Anders Morten Jesper Hans Mads Rasmus Per Ole Kim
  Erik Carsten Brian Frederik Mikkel Emil Magnus Oliver William Noah Lucas Malthe Jonas Simon Kasper Svend Bent Torben Flemming Klaus
`);

/** Family names. */
export const FAMILY_NAMES = words(`
  Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen
  Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Mikkelsen Frederiksen Laursen Henriksen Lund Holm Schmidt Eriksen
  Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen Nissen Lauridsen Bruun Kjær Dahl Winther Vestergaard
  Damgaard Overgaard Toft Bech Krogh
`);

/** Streets that exist nowhere. */
export const STREETS = words(`
  Prøvevej Eksempelgade Mønstervej Testestien Øvebakken Skitsegade Modelvænget Forsøgsalle Kladdevej Udkastgade Tænkevej Attrapstræde
`);
