// Words by which the values of a column are known, as data: folded (lower case, no accents, no punctuation).

/** Common given names of many origins: a name that begins with one is likely a person's. */
export const GIVEN_NAMES =
  'james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan larry justin scott brandon benjamin ben samuel sam gregory greg frank alexander alex raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas doug zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip phillip phil eugene luis carlos miguel angel pedro diego jorge fernando ricardo roberto antonio manuel francisco javier alejandro rafael ramon sergio mario victor hector oscar pablo ' +
  'mary patricia pat jennifer jen linda elizabeth liz barbara susan sue jessica sarah sara karen lisa nancy betty sandra margaret ashley kimberly kim emily donna michelle carol amanda melissa deborah debbie stephanie rebecca becky sharon laura cynthia cindy dorothy amy kathleen kathy angela shirley brenda emma anna ann anne anita pamela nicole samantha katherine kate katie christine chris helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith judy andrea hannah megan cheryl jacqueline jackie martha madison teresa theresa gloria sophia sofia ana ava isabella isabel carmen rosa lucia elena marta silvia laura claudia gabriela daniela valeria camila mia grace alice jane rose beth eva erin molly tina gina wendy robin dana lena nora maya leah ella zoe chloe claire clara ' +
  'peter hans klaus jurgen wolfgang dieter uwe bernd stefan andreas thomas markus matthias tobias sebastian florian jan felix lukas leon jonas max moritz paul karl heinz ute petra sabine monika renate ursula ingrid birgit heike anja katrin katja julia lena sophie hannah marie greta elke gabi gudrun jean pierre marc luc francois michel philippe jacques camille amelie ' +
  'mohammed muhammad mohamed ahmed ali omar hassan hussein ibrahim yusuf fatima aisha khadija maryam amina layla leila zainab noor wei li ming jun mei hui yan lin ying raj ravi sanjay anil sunil vijay amit priya anjali sunita kavita lakshmi deepa arjun nguyen linh minh thi kenji yuki hiroshi akiko olga ivan natasha dmitri svetlana tatiana boris igor elif mehmet ayse emre kofi kwame ama abena chidi ngozi tunde aaliyah jamal malik tyrone latoya darnell keisha imani rosie rob bob bill jim tom tim dan dave mike steve ken ron don ed fred al ted art ray walt hank jo kay lee lou deb barb peg meg';

/** Words in the names of organizations, one of which makes a person's name unlikely. */
export const GROUP_WORDS =
  'local union unions workers association assoc assn society alliance coalition committee council club church churches temple mosque synagogue congregation parish ministry ministries fellowship chapel cathedral diocese center centre centers clinic clinics hospital health healthcare medical dental practice care nurses physicians network group groups party league federation foundation institute university college school schools district department office agency services service inc llc ltd corp corporation company co gmbh ev project program programme initiative movement campaign democrats democratic republicans republican greens indivisible dsa naacp aclu ymca ywca chamber partners partnership collective cooperative coop organization organisation society bank cafe restaurant bakery bookstore books store shop market farm brewery media press news times newspaper tribune chronicle caucus chapter lodge guild brotherhood teamsters seiu afscme ibew uaw cwa aft nea ufcw unite afl cio international national american united first baptist methodist lutheran catholic presbyterian episcopal unitarian universalist st saint community communities neighbors neighborhood tenants students student youth seniors veterans immigrant immigrants rights justice action aid mutual fund trust house housing shelter food pantry library museum theatre theater city county town state board bureau commission authority team teams ' +
  'verein verband bund gewerkschaft kirche kirchengemeinde gemeinde gruppe initiative bundnis stiftung zentrum haus kreisverband ortsverband partei asociacion sindicato iglesia parroquia centro grupo comite fundacion colectivo union federacion red movimiento organizacion eglise syndicat fondation comite association pour';

/** Before a person's name. */
export const TITLES_BEFORE =
  'mr mrs ms mx miss dr prof professor rev reverend pastor father fr sister sr rabbi imam bishop deacon councillor councilor councilmember councilman councilwoman councilperson cllr senator sen representative rep assemblymember assemblyman assemblywoman mayor judge hon honorable sir dame herr frau senor senora sra don dona';

export const ROLE_WORDS =
  'director president vice chair chairperson chairman chairwoman cochair coordinator organizer manager secretary treasurer pastor minister rabbi imam priest reverend clergy steward representative rep officer executive ceo cfo coo founder cofounder owner staff assistant associate administrator admin member leader lead head coach nurse physician doctor engineer analyst specialist consultant advisor adviser advocate attorney lawyer teacher professor principal superintendent editor writer developer technician accountant therapist counselor supervisor operator scientist statistician librarian intern volunteer trustee board dean deacon agent senator councilmember mayor vorsitzende vorsitzender geschaftsfuhrer geschaftsfuhrerin leiter leiterin sprecher sprecherin sekretar referent pfarrer pfarrerin directora presidente presidenta secretario secretaria coordinador coordinadora delegado delegada';

/** What a group writes to say how far it is with a contact: whole cells. */
export const STATUS_WORDS =
  'new,to contact,need to contact,not contacted,not yet contacted,not yet,uncontacted,waiting,pending,in progress,in conversation,ongoing,open,closed,done,complete,completed,not started,started,to do,todo,active,inactive,follow up,following up,no response,no reply,no answer,responded,replied,answered,bounced,left message,left vm,left voicemail,lm,vm,voicemail,spoke,talked,met,meeting scheduled,endorsed,declined,refused,rejected,said no,said yes,not interested,interested,committed,confirmed,supporter,supportive,partner,member,observer,bowed out,unreachable,researching,research,shortlisted,ready,prospect,lead,cold,warm,hot,hold,on hold,stalled,paused,sent,signed,dropped,dead,maybe,undecided,considering,under review,initial contact,first contact,outreach,won,lost,approved,' +
  'offen,erledigt,wartet,warten,zugesagt,abgesagt,abgelehnt,in bearbeitung,neu,keine antwort,interessiert,nicht interessiert,unterstutzt,pendiente,sin respuesta,en proceso,en conversacion,nuevo,nueva,respondio,rechazo,rechazado,confirmado,interesado,esperando,hecho,listo,en attente,fait,refuse';
/** Its first word, where more follows: "emailed-1", "Left vm 3/4". */
export const STATUS_OPENINGS =
  'contacted emailed called texted messaged reached waiting awaiting pending responded replied declined endorsed followed following scheduled researching left spoke talked interested uncontacted kontaktiert angeschrieben angefragt angerufen contactado contactada contacte';

/** Of these, the words that licences, cases and memberships use as well: alone they say little of outreach. */
export const COMMON_STATUS =
  'new,open,closed,active,inactive,pending,done,complete,completed,approved,member,partner,lead,hold,on hold,in progress,ongoing,won,lost,dead,confirmed,ready,signed,sent,under review,offen,erledigt,neu,nuevo,nueva,listo,hecho,pendiente';

export const LEVEL_WORDS =
  'local national state statewide county countywide regional region international federal city citywide municipal district chapter headquarters hq global neighborhood branch central council nationwide bundesweit landesweit bund kommunal regional lokal ortlich international nacional estatal regional internacional provincial bezirk kreis land';

export const PRIORITY_WORDS =
  'high medium low urgent top mid med hi lo critical normal hoch mittel niedrig gering alta media baja alto medio bajo p1 p2 p3 tier 1 tier 2 tier 3';

export const YES_NO_WORDS =
  'yes no y n true false x ✓ ✔ ✅ ☑ ja nein j si oui non yes no maybe wahr falsch verdadero falso';

export const ANSWER_WORDS =
  'endorse endorsed endorsing endorses signed supports support supporter supporting supportive oppose opposed opposes neutral declined yes no pending committed undecided considering';

export const COUNTRY_WORDS =
  'usa,us,u s,united states,united states of america,uk,united kingdom,england,scotland,wales,ireland,canada,mexico,germany,deutschland,france,spain,espana,italy,austria,osterreich,switzerland,schweiz,australia,new zealand,india';

/** Two-letter codes and names of states and provinces: they are never towns where a whole column holds them. */
export const STATE_CODES =
  'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr ab bc mb nb nl ns nt nu on pe qc sk yt nsw vic qld';
export const STATE_NAMES =
  'alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,west virginia,wisconsin,wyoming,ontario,quebec,british columbia,alberta,manitoba,saskatchewan,nova scotia,bayern,hessen,sachsen,thuringen,brandenburg,niedersachsen,nordrhein westfalen,baden wurttemberg';
