// General English, closed or nearly closed classes; none of it is taken from any corpus.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that carry grammar and no matter: sharing them says nothing about copying. */
export const FUNCTION_WORDS = set(`
  a an the this that these those such some any each every either neither both all no none other another own same
  i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
  they them their theirs themselves who whom whose which what where when why how there here one ones
  and or but nor so yet if because as than then although though while whereas unless until since after before once whether
  of in on at by for with from to into onto upon about above below over under between among through during against within
  without toward towards across along around near off out up down away back via per amid
  am is are was were be been being do does did done doing have has had having will would shall should can could may might must
  not n't only just also too very more most less least much many few several even still again ever never already now
  however meanwhile moreover instead rather quite perhaps
`);

/** Verbs that report speech or thought; with a name they make the commonest accidental resemblance in news. */
export const REPORTING_WORDS = set(`
  say says said saying tell tells told telling add adds added adding report reports reported reporting claim claims claimed claiming
  announce announces announced announcing state states stated stating statement statements warn warns warned warning
  confirm confirms confirmed confirming note notes noted noting explain explains explained insist insists insisted deny denies denied
  argue argues argued suggest suggests suggested acknowledge acknowledges acknowledged admit admits admitted
  describe describes described declare declares declared ask asks asked according write writes wrote tweet tweets tweeted
  comment comments commented spoke speak speaks speaking interview interviewed reporters news agency call calls called
`);

/** Offices, ranks and occupations that go with a name, and the adjectives that go with them. */
export const TITLE_WORDS = set(`
  mr mrs ms miss dr sir lady lord dame prof professor president vice prime minister ministry foreign interior defence defense finance
  deputy chancellor secretary general governor mayor senator representative congressman congresswoman congress mp ambassador envoy
  spokesman spokeswoman spokesperson spokespeople chief chairman chairwoman director head leader official officials officer commander
  captain colonel major lieutenant sergeant admiral marshal sheriff police judge justice attorney aide adviser advisor senior former
  acting king queen prince princess pope bishop reverend executive ceo founder analyst expert correspondent editor reporter
  department office government authority authorities commissioner superintendent inspector constable detective investigator firefighter
  resident residents local witness witnesses neighbour neighbor owner manager worker coach player author economist scientist physicist
  astronomer researcher lecturer lawyer solicitor barrister prosecutor doctor dr surgeon physician nurse paramedic teacher student
  farmer driver pilot priest imam activist lawmaker legislator councillor delegate negotiator representative historian astrophysicist
`);

/** Days and months: shared by all reports of one event. */
export const CALENDAR_WORDS = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december today yesterday tomorrow tonight overnight morning afternoon evening night day week month year am pm gmt
`);
