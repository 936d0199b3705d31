// The contacts of the invented campaign, one line each, with every quirk that a list of real volunteers has.
// Places, groups and people are invented; addresses end in example.org.

/** The headings of the tab; "Days ago" is a formula of the group's own. */
export const HEADINGS = [
  'Organization',
  'Kind',
  'Contact',
  'E-mail',
  'Who knows',
  'Owner',
  'Status',
  'Last contacted',
  'Attempts',
  'Days ago',
  'What they said',
  'Phone',
  'Town',
  'What they care about',
  'Their next meeting',
  'Do not contact',
  'Notes',
  'Outreach ID',
] as const;

export const KINDS = [
  'Union',
  'Faith group',
  'Physicians',
  'Nurses',
  'Clinic',
  'Small business',
  'Racial justice',
  'Worker center',
  'Immigrant group',
  'Disability group',
  'Young workers',
  'National chapter',
] as const;

/** The group's own words for how far it is with somebody. */
export const STATUSES = [
  'Not yet',
  'Looking for contact',
  'Ready',
  'Contacted',
  'Following up',
  'In conversation',
  'Waiting',
  'Endorsed',
  'Partner',
  'Declined',
  'Wrong number',
] as const;

/**
 * Where the touches of a line stand in the Outreach log: 'mail' e-mails from Ana, 'bo' from Bo's account, 'call' a
 * phone call, '' nowhere (typed before the add-on came).
 */
export type Logged = 'mail' | 'bo' | 'call' | '';

/**
 * Organization | kind | contact | e-mail | who knows | owner | status | last contacted | attempts | what they said |
 * phone | town | cares about | their next meeting | do not contact | notes | logged. A cell may hold \n for a line
 * break, \s for a blank at its end, \u200b for a character that nobody sees. A date stands as month/day/year; an
 * apostrophe in front keeps a text a text.
 */
export const LINES = String.raw`
Larkhaven Teachers Guild | Union | Yolanda Pike | yolanda@teachers-guild.example.org | Dee | Dee | Endorsed | 10/22/2026 | 2 | Yes, unanimous | (503) 555-0101 | Larkhaven | school nurses | | | Board voted Oct 21 | mail
Harbor & Dock Workers Local 49 | Union | Sam Okoro | sam@harbordock49.example.org | | Ana | Contacted | 11/9/2026 | 1 | | 503.555.0102 | Larkhaven | dues, health plan costs | | | | mail
HDW 49 | Union | | office@harbordock49.example.org | | | Not yet | | | | 503-555-0102 | | | | | same as Harbor & Dock? |
Bakers and Confectioners Local 12 | Union | Marta Lund | marta@bakers12.example.org | Ana | Ana | In conversation | 11/4/2026 | 2 | Wants a speaker in December | 503 555 0103 | Larkhaven | sick pay | 12/2/2026 | | | mail
Electric Workers Local 233 | Union | J. Whitfield | jwhitfield@ew233.example.org | | Bo | Contacted | 10/30/2026 | 1 | | 5035550104 | Port Alder | apprentices | | | | bo
Larkhaven Nurses United | Nurses | Rosalind | rosalind@nurses-united.example.org | Chidi | Chidi | Partner | 11/8/2026 | 3 | | 503-555-0105 | Larkhaven | safe staffing | 11/18/2026 | | co-hosts the open meeting | mail
Saint Brenna Parish | Faith group | Father Leo | leo@stbrenna.example.org | | Elif | Waiting | 11/2/2026 | 1 | Council decides at its meeting | 503-555-0106 | Larkhaven | the food pantry | 11/24/2026 | | | mail
Larkhaven Friends Meeting | Faith group | Hester | hester@friends.example.org, clerk@friends.example.org | Bo | Bo | Endorsed | 10/14/2026 | 2 | Minuted | 503-555-0107 | Larkhaven | peace | | | two addresses, both fine | mail
Brightwater Hardware | Small business | Tomas | tomas@brightwater | | Dee | Ready | | | | 555-0108 | Larkhaven | | | | e-mail bounced back when Dee tried it from her phone |
Kettle Lane Bakery | Small business | June | june(at)kettle-lane.example.org | | Dee | Ready | | | | 503-555-0109 | Larkhaven | premiums | | | |
Alder Street Yoga | Small business | Noor | mailto:noor@alder-yoga.example.org | | | Ready | | | | | Larkhaven | | | | |
Northgate Shoe Repair | Small business | Abel | abel@northgate-shoes..example.org | | Dee | Not yet | | | | n/a | Larkhaven | | | | |
Millrace Worker Center | Worker center | Odile | odile@millrace-work.example.org | | Ana | Following up | 11/1/2026 | 2 | | 503-555-0112 | Larkhaven | wage theft | | | | mail
Harbor Nurses Association | Nurses | Pia | pia@harbor-nurses.example.org | Chidi | Chidi | In conversation | 11/10/2026 | 1 | Call again next week | 503-555-0113 | Larkhaven | staffing ratios | | | | call
Amity Street Church | Faith group | Ruth C. | ruth@amity.example.org | Bo | Ana | Contacted | 11/3/2026 | 1 | | 503-555-0114 | Larkhaven | the winter shelter | | | | mail
Green Thimble Tailors | Small business | Mo | mo@green-thimble.example.org | | Ana | Contacted | 11/3/2026 | 1 | bounced | 503-555-0115 | Larkhaven | | | | | mail
Larkhaven Transit Workers Local 880 | Union | Gus | gus@local880.example.org | | Ana & Bo | Following up | 11/1/2026 | 2 | | (503)555-0116 | Larkhaven | split shifts | | | Gus prefers mornings\nSteward: Vera, second shift | mail
Cedar Hill Congregation | Faith group | Tamar | tamar@cedar-hill.example.org | | Ana | Contacted | 11/4/2026 | 1 | | 503-555-0117 | Cedar Hill | care for elders | | | | mail
Larkhaven Interfaith Table | Faith group | | table@interfaith.example.org | Ana | | Ready | | | | | Larkhaven | | | | meets first Mondays |
Paper Lantern Books | Small business | Ines | ines@paper-lantern.example.org | | Ana | Contacted | 11/2/2026 | 1 | | 503-555-0119 | Larkhaven | part-timers without insurance | | | | mail
Bluegate Community Clinic | Clinic | Sol | sol@bluegate.example.org | | Chidi | Contacted | 11/5/2026 | 1 | | 503-555-0120 | Larkhaven | uninsured patients | | | | mail
Eastbank Family Doctors | Physicians | Dr. Imani | desk@eastbank.example.org | | Elif | Following up | 10/29/2026 | 2 | | 503-555-0121 | Eastbank | prior authorizations | | | | mail
Roots and Rising Larkhaven | Racial justice | Jo | jo@roots-rising.example.org | | Ana | Contacted | 11/4/2026 | 1 | | 503-555-0122 | Larkhaven | maternal health | | | | mail
Tidepool Tenants’ Council | Racial justice | Wren | wren@tidepool.example.org | Bo | Bo | Waiting | 11/6/2026 | 1 | Assembly votes | 503-555-0123 | Larkhaven | evictions | 11/30/2026 | | | mail
Second Spoke Bicycle Co-op | Small business | Kit | kit@second-spoke.example.org | | | Contacted | 11/3/2026 | 1 | | +1 503 555 0124 | Larkhaven | | | | anybody may take this one | mail
Lantern Hill Medical Students | Physicians | Ravi | ravi@lantern-hill.example.org | | Elif | Endorsed | 11/11/2026 | 2 | Yes | 503-555-0125 | Larkhaven | medical debt | | | | mail
Willow Street Mosque | Faith group | Idris | idris@willow-mosque.example.org | Elif | Ana | Contacted | 11/3/2026 | 1 | Yes, please call the office | 503-555-0126 | Larkhaven | clinic days | | | | mail
Port Alder Domestic Workers | Worker center | Lucía | lucia@pa-domestic.example.org | | Ana | Contacted | 11/2/2026 | 1 | ask Dee? | 503-555-0127 | Port Alder | | | | | mail
Riverside Print Shop | Small business | Hal | hal@riverside-print.example.org | | Ana | Contacted | 10/31/2026 | 1 | | 503-555-0128 | Larkhaven | | | x | Hal asked us not to write again | mail
Larkhaven Retail Clerks Local 7 | Union | Bea | bea@clerks7.example.org | | Ana | Declined | 10/20/2026 | 1 | Not this year | 503-555-0129 | Larkhaven | scheduling | | | | mail
Harbor Nurses, night shift | Nurses | Quincy | quincy@harbor-nurses.example.org | | Ana | Contacted | 11/2/2026 | 1 | | 503-555-0113 | Larkhaven | staffing ratios | | | | mail
Eastbank Dialysis Families | Disability group | Carol | carol@dialysis-families.example.org | Dee | Ana | Ready | | | | 503-555-0131 | Eastbank | transport | | | Dee went to school with Carol |
Moss Creek Grange | Small business | Alma | alma@mosscreek.example.org | | Ana | Contacted | 'soon | 1 | | 503-555-0132 | Moss Creek | | | | |
Larkhaven Carpenters Local 41 | Union | Dov | dov@carpenters41.example.org | | Ana | Contacted | '3/4 | 1 | | 503-555-0133 | Larkhaven | pensions | | | |
Quarry Road Auto | Small business | Len | len@quarry-auto.example.org | | Ana | Contacted | 11/21/2026 | 1 | | 503-555-0134 | Larkhaven | | | | |
Candle & Thread | Small business | Fern | fern@candle-thread.example.org | | Ana | Contacted | 11/4/2026 | 1 | | 503-555-0135 | Larkhaven | | | | | mail
Stitch Market | Small business | Fern | fern@candle-thread.example.org | | Ana | Contacted | 11/3/2026 | 1 | | | Larkhaven | | | | Fern runs both shops |
Hillside Home Care Aides | Worker center | Pearl | pearl@hillside-aides.example.org | | Ana | Contacted | 11/4/2026 | 1 | no answer | 503-555-0137 | Larkhaven | overtime | | | | mail
Larkhaven Letter Carriers Branch 3 | Union | Nils | nils@carriers3.example.org | | Bo | Contacted | 11/1/2026 | 1 | voicemail | 503-555-0138 | Larkhaven | retirees | | | | mail
Congregation Beth Orah | Faith group | Rabbi Dana | dana@beth-orah.example.org | Elif | Elif | Contacted | 9/28/2026 | 1 | | 503-555-0139 | Larkhaven | justice committee | | | |
Larkhaven Black Business Circle | Racial justice | Andre | andre@lbbc.example.org | | Chidi | Contacted | 9/15/2026 | 1 | LM | 503-555-0140 | Larkhaven | group plans | | | |
Port Alder Fishers Co-op | Worker center | Signe | signe@pa-fishers.example.org | Bo | Ana | Following up | 10/5/2026 | 2 | | 503-555-0141 | Port Alder | injuries at sea | | | | mail
Larkhaven Retired Teachers | Union | Opal | opal@retired-teachers.example.org | | Ana | Contacted | 10/8/2026 | 1 | | 503-555-0142 | Larkhaven | drug prices | | | | mail
Sunrise Senior Network | Disability group | Walt | walt@sunrise-seniors.example.org | | Dee | Contacted | 8/30/2026 | 1 | left message with the office | 503-555-0143 | Cedar Hill | hearing aids | | | |
Voces del Valle | Immigrant group | Inés | ines@voces-valle.example.org | | Chidi | Contacted | 11/10/2026 | 1 | | 503-555-0144 | Moss Creek | interpreters | | | | mail
Welcome House Larkhaven | Immigrant group | Tadesse | tadesse@welcome-house.example.org | Chidi | Chidi | In conversation | 11/9/2026 | 2 | Interested, wants Spanish flyer | 503-555-0145 | Larkhaven | emergency rooms | | | | mail
Larkhaven Pediatric Practice | Physicians | Dr. Moreau | dr.moreau@larkhaven-peds.example.org | | Elif | Not yet | | | | 503-555-0146 | Larkhaven | | | | |
Dr. Anand, family medicine | Physicians | Dr. Anand | anand@fammed.example.org | Elif | Elif | Looking for contact | | | | 503-555-0147 | Larkhaven | | | | |
Physicians for a Fair Larkhaven | Physicians | Dr. Castellan | castellan@fair-physicians.example.org | Elif | Elif | Partner | 11/5/2026 | 4 | | 503-555-0148 | Larkhaven | | | | | mail
Cedar Hill Midwives | Nurses | Saoirse | saoirse@ch-midwives.example.org | | | Not yet | | | | 503-555-0149 | Cedar Hill | birth center | | | |
School Nurses Circle | Nurses | | schoolnurses@circle.example.org | Dee | Chidi | Ready | | | | | Larkhaven | | | | |
Hospice Nurses of the Valley | Nurses | Gwen | TBA | | | Not yet | | | | 503-555-0151 | Moss Creek | | | | |
Larkhaven Street Medics | Clinic | | none | | | Not yet | | | | unknown | Larkhaven | | | | on the plaza Saturdays |
Free Clinic of Port Alder | Clinic | Ossie | ossie@freeclinic-pa.example.org | | Chidi | Contacted | 10/30/2026 | 1 | | 503-555-0153 | Port Alder | dental | | | | mail
Tooth Wagon | Clinic | Dr. Bram | bram@toothwagon.example.org | | Chidi | Not yet | | | | 503-555-0154 | Port Alder | | | | |
Ember Coffee Roasters | Small business | Cleo | cleo@ember-coffee.example.org | | Dee | Contacted | 11/6/2026 | 1 | | 503-555-0155 | Larkhaven | baristas | | | | mail
Ember Coffe Roasters | Small business | Cleo | cleo@ember-coffee.example.org | | | Not yet | | | | | Larkhaven | | | | |
Fiddlehead Grocery | Small business | Anton | anton@fiddlehead.example.org\s | | Dee | Endorsed | 10/9/2026 | 2 | Sign in the window | 503-555-0157 | Larkhaven | | | | | mail
Larkhaven Taproom | Small business | Mick | mick@larktaproom.example.org | | Dee | Not yet | | | | 503-555-0158 | Larkhaven | | | | |
Moonlight Laundromat | Small business | Mrs. Tran | | | Dee | Not yet | | | | 503-555-0159 | Larkhaven | | | | cash only, ask for Mrs. Tran |
Stonebridge Landscaping | Small business | Efraín | efrain@stonebridge-land.example.org | | | Not yet | | | | 503 - 555 - 0160 | Moss Creek | seasonal crews | | | |
Harrow & Daughters Plumbing | Small business | Meg | meg@harrow-plumbing.example.org | Ana | Ana | Ready | | | | 503-555-0161 | Larkhaven | apprentices | | | |
Wheelhouse Pottery | Small business | Bix | bix@wheelhouse-pottery.example.org | | Dee | Not yet | | | | | Larkhaven | | | | |
Bridge Street Barbers | Small business | Darnell | darnell@bridge-barbers.example.org | | Dee | Contacted | 11/7/2026 | 1 | | 503-555-0163 | Larkhaven | | | | | mail
Old Mill Music | Small business | Tilda | tilda@oldmill-music.example.org | | Dee | Not yet | | | | 503-555-0164 | Larkhaven | | | | |
Larkhaven Farmers Market | Small business | Gail | gail@lark-market.example.org | Bo | Dee | In conversation | 11/5/2026 | 1 | Table on Nov 21 | 503-555-0165 | Larkhaven | | | | | call
First Larkhaven Church | Faith group | Pastor Ellis | ellis@first-larkhaven.example.org | | Elif | Not yet | | | | 503-555-0166 | Larkhaven | | | | |
First Church of Cedar Hill | Faith group | Pastor Ames | ames@first-cedarhill.example.org | | Elif | Not yet | | | | 503-555-0167 | Cedar Hill | | | | |
Grace on the Hill | Faith group | Naomi | naomi@grace-hill.example.org | | Elif | Contacted | 11/8/2026 | 1 | | 503-555-0168 | Cedar Hill | refugees | | | | mail
Sisters of the Open Door | Faith group | Sister Pauline | pauline@opendoor.example.org | Ana | Ana | Endorsed | 10/2/2026 | 1 | Yes | 503-555-0169 | Larkhaven | | | | | mail
Larkhaven Zen Center | Faith group | Kaz | kaz@lark-zen.example.org | | Elif | Not yet | | | | 503-555-0170 | Larkhaven | | | | |
Riverbend Unitarian Fellowship | Faith group | Thea | thea@riverbend-uf.example.org | Dee | Elif | Partner | 11/1/2026 | 3 | | 503-555-0171 | Larkhaven | | | | gives us the hall | mail
Gurdwara of the Valley | Faith group | Harpreet | harpreet@gurdwara-valley.example.org | | | Not yet | | | | 503-555-0172 | Moss Creek | free kitchen | | | |
Eastbank Prayer House | Faith group | | prayerhouse@eastbank-ph.example.org | | Elif | Not yet | | | | 503-555-0173 | Eastbank | | | | |
Larkhaven Clergy Lunch | Faith group | Rev. Sun | sun@clergy-lunch.example.org | Ana, Bo | Elif | Ready | | | | | Larkhaven | | 11/19/2026 | | |
Justice Choir of Larkhaven | Racial justice | Mae | mae@justice-choir.example.org | Bo | Bo | Endorsed | 10/18/2026 | 1 | Yes! | 503-555-0175 | Larkhaven | | | | | mail
Elders of Juniper Street | Racial justice | Mr. Boone | | Chidi | Chidi | Not yet | | | | 503-555-0176 | Larkhaven | | | | no e-mail, visit Thursdays |
Larkhaven Bail Circle | Racial justice | Tash | tash@bail-circle.example.org | | Chidi | Not yet | | | | 503-555-0177 | Larkhaven | | | | |
Sankofa Reading Room | Racial justice | Kwame | kwame@sankofa-room.example.org | Chidi | Chidi | Contacted | 11/9/2026 | 1 | | 503-555-0178 | Larkhaven | | | | | mail
Copwatch Port Alder | Racial justice | | | | | Not yet | | | | | Port Alder | | | | contact through their form |
Day Labor Corner | Worker center | Chema | chema@daylabor.example.org | Chidi | Chidi | Contacted | 11/7/2026 | 1 | | 503-555-0180 | Larkhaven | injuries | | | | mail
Farmworker Legal Table | Worker center | Paz | paz@fw-legal.example.org | | | Not yet | | | | 503-555-0181 | Moss Creek | | | | |
Delivery Riders Larkhaven | Worker center | Emre | emre@riders.example.org | Elif | Elif | Looking for contact | | | | 503-555-0182 | Larkhaven | no insurance at all | | | |
Moss Creek Packers Committee | Worker center | Blanca | blanca@packers.example.org | | Chidi | Not yet | | | | 503-555-0183 | Moss Creek | | | | |
Casa Abierta | Immigrant group | Rocío | rocio@casa-abierta.example.org | | Chidi | Endorsed | 10/25/2026 | 2 | Sí | 503-555-0184 | Larkhaven | | | | | mail
Somali Families Association | Immigrant group | Hodan | hodan@somali-families.example.org | | | Not yet | | | | 503-555-0185 | Larkhaven | interpreters | | | |
Larkhaven Pacific Islanders | Immigrant group | Sione | sione@lark-pi.example.org | Bo | Bo | Not yet | | | | 503-555-0186 | Larkhaven | | | | |
Asylum Seekers Support | Immigrant group | Vesna | vesna@asylum-support.example.org | | Chidi | Contacted | 11/6/2026 | 1 | | 503-555-0187 | Larkhaven | | | | | mail
Newcomers’ Kitchen | Immigrant group | Amal | amal@newcomers-kitchen.example.org | | | Not yet | | | | 503-555-0188 | Larkhaven | | | | |
Independent Living Larkhaven | Disability group | Ronnie | ronnie@il-larkhaven.example.org | Dee | Dee | In conversation | 11/3/2026 | 1 | Wants home care in it | 503-555-0189 | Larkhaven | home care | | | | call
Deaf Club of the Valley | Disability group | Ilse | ilse@deafclub.example.org | | | Not yet | | | | text 503-555-0190 | Larkhaven | interpreters | | | |
Larkhaven Blind Hikers | Disability group | Grant | grant@blind-hikers.example.org | | | Not yet | | | | 503-555-0191 | Cedar Hill | | | | |
Parents of Special Kids | Disability group | Dot | dot@special-kids.example.org | Ana | Ana | Endorsed | 10/28/2026 | 1 | Yes | 503-555-0192 | Larkhaven | | | | | mail
Mad Pride Larkhaven | Disability group | Zee | zee@madpride.example.org | | Dee | Not yet | | | | 503-555-0193 | Larkhaven | | | | |
Campus Workers at Lark College | Young workers | Priya | priya@campus-workers.example.org | Elif | Elif | Contacted | 11/8/2026 | 1 | | 503-555-0194 | Larkhaven | aging off a plan at 26 | | | | mail
Student Nurses of Lark College | Young workers | Theo | theo@student-nurses.example.org | Elif | Elif | Endorsed | 11/6/2026 | 1 | Yes | 503-555-0195 | Larkhaven | | | | | mail
Young Carpenters Night | Young workers | Ash | ash@young-carpenters.example.org | | Bo | Not yet | | | | 503-555-0196 | Larkhaven | | | | |
Barista Solidarity | Young workers | Lux | lux@barista-sol.example.org | Dee | Dee | Not yet | | | | 503-555-0197 | Larkhaven | | | | |
Lark College Debate Club | Young workers | | debate@lark-college.example.org | | | Not yet | | | | | Larkhaven | | | | is this a fit? |
Health Care for Everyone, Larkhaven chapter | National chapter | Petra | petra@hcfe-larkhaven.example.org | Ana | Ana | Partner | 11/9/2026 | 5 | | 503-555-0199 | Larkhaven | | | | | mail
Neighbors Forward | National chapter | Curt | curt@neighbors-forward.example.org | | Bo | Contacted | 11/9/2026 | 1 | | 503-555-0200 | Larkhaven | | | | | mail
Women Voters of the Valley | National chapter | Ginger | ginger@wvv.example.org | Dee | Bo | Waiting | 10/27/2026 | 1 | Study group first | 503-555-0201 | Larkhaven | | 12/8/2026 | | | mail
Climate Table Larkhaven | National chapter | Per | per@climate-table.example.org | | Bo | Not yet | | | | 503-555-0202 | Larkhaven | | | | |
Gray Hats Local Chapter | National chapter | Merle | merle@grayhats.example.org | | | Not yet | | | | 503-555-0203 | Larkhaven | | | | |
Painters and Glaziers Local 10 | Union | Rory | rory@pg10.example.org | | Bo | Contacted | 11/10/2026 | 1 | | 503-555-0204 | Larkhaven | | | | | mail
Stagehands Local 28 | Union | Vic | vic@stagehands28.example.org | Bo | Bo | Endorsed | 10/11/2026 | 2 | Yes | 503-555-0205 | Larkhaven | gig coverage | | | | mail
Sanitation Workers Local 320 | Union | Otis | otis@sani320.example.org | | Bo | Not yet | | | | 503-555-0206 | Larkhaven | | | | |
Larkhaven Firefighters 1044 | Union | Capt. Reyes | reyes@ff1044.example.org | | Bo | Wrong number | | | | 503-555-0207 | Larkhaven | | | | number is a pizza place |
Library Workers Local 88 | Union | Imogen | imogen@library88.example.org | Dee | Dee | Endorsed | 10/19/2026 | 1 | Yes | 503-555-0208 | Larkhaven | | | | | mail
Hotel & Kitchen Workers Local 8 | Union | Delphine | delphine@hotelkitchen8.example.org | Chidi | Chidi | Contacted | 11/8/2026 | 1 | | 503-555-0209 | Larkhaven | premiums | | | | mail
Central Valley Labor Table | Union | Rex | rex@cv-labor.example.org | Ana | Ana | In conversation | 11/7/2026 | 2 | On their December agenda | 503-555-0210 | Larkhaven | | 12/9/2026 | | | mail
Graduate Employees Local 6 | Union | Sana | sana@grads6.example.org | | Elif | Not yet | | | | 503-555-0211 | Larkhaven | | | | |
Larkhaven Musicians 99 | Union | Coltrane | coltrane@musicians99.example.org | | | Not yet | | | | 503-555-0212 | Larkhaven | | | | |
\u200bPort Alder Longshore Pensioners | Union | Einar | einar@pensioners.example.org | Bo | Bo | Contacted | 11/6/2026 | 1 | | 503-555-0213 | Port Alder | | | | | mail
Quiet Street Neighbors | | Lou | lou@quiet-street.example.org | | Dana | Not yet | | | | | Larkhaven | | | | who is Dana? |
Larkhaven Beekeepers | Small buisness | Ottoline | ottoline@beekeepers.example.org | | Dee | Contaced | 11/8/2026 | 1 | | 503-555-0215 | Larkhaven | | | | |
`;
