// Words by which names in a pasted text are told apart, beside those of valueWords and organizationWords. All folded:
// lower case, without accents.

/** Stand behind a person's name. */
export const DEGREES =
  'md do rn np pa phd mph jd esq obe sj op lcsw msw mba ma ms pharmd dds psyd dnp bsn msn aprn crna lpn cnm dmin mdiv jr sr ii iii iv ret retired emerita';

/** Say what a body is or whom it gathers; hardly ever a name of people. */
export const BODY_WORDS =
  'against all bike casa child circle connection cross dem dernegi disabled empowerment exchange for global green guard gurdwara hands help helping helper hospice jobs law lgbt lgbtq maternal masjid men moderate monde monthly nation native our plumbing proyecto red republic response revolution single sisters sociedad sons stichting stowarzyszenie tabernacle teen together transgender tribe truth vision voice voter voz watch water women workplace world zen';

/** Of all these words those that are names of people as well: alone they say little. */
export const DOUBTFUL_WORDS =
  'all bank banks care carpenter chapel charity child christian church citizen cross democrat engineer faith family farm farmer friend grace green guard holy home homes house immigrant justice laborer law lodge machinist market mission native neighbor nurse painter parent parish peace physician plumber red saint school senior service sons st student teacher temple tenant trinity unity valley veteran village voice volunteer voter water worker young';

/** What somebody does or is. */
export const DUTY_WORDS =
  'envoy attache liaison spokesperson counsellor fellow cantor organiser ambassador architect chief jefa sergeant captain provost clerk designer programmer publisher tech convener';

/** Duties of people who sign for themselves: what stands behind them is often only a town. */
export const OWN_DUTIES =
  'nurse teacher professor physician doctor attorney lawyer author artist farmer worker engineer candidate senator mayor student parent retiree retired citizen resident neighbor homeowner activist educator veteran caregiver advocate member volunteer supervisor commissioner legislator rentner';

/** Parts of a house that stand behind a role: “Chair, Membership Committee”. */
export const UNIT_WORDS =
  'affair policy program board committee office division unit department emergency partnership funding market assistance engagement communication operation finance development advocacy director pacific';

/** A line of nothing else, in the plural, is a heading. */
export const HEADING_WORDS =
  'organization group individual national state local community business congregation union labor faith member partner coalition ally official leader name title city town contact other';

/** Whole lines of a web page. */
export const PAGE_LINES =
  'home,about,about us,contact,contact us,donate,search,menu,login,subscribe,share,print,next,previous,back,press,news,events,blog,join,privacy policy,terms of service,terms of use,cookie policy,faq,help,resources,anonymous,comments,show all,link in bio,self,individual,private citizen,independent,unaffiliated,self employed';

/** In small letters only in sentences. */
export const SENTENCE_WORDS =
  'are is was were been has have had will would must you we they your their said please';
