import {singularOf} from "./nouns.ts";

// Nouns for people, in the singular. A count of any of them has the unit "person".
const PERSON_NOUNS = new Set(
  `person man woman child boy girl baby infant toddler teenager teen adult kid youth adolescent minor pensioner elderly senior
  civilian resident citizen villager inhabitant islander townsperson national foreigner tourist visitor guest traveller traveler
  passenger pedestrian cyclist motorist driver biker motorcyclist rider commuter pilot co-pilot captain sailor seaman fisherman mariner
  skipper stewardess steward attendant crew crewman crewmember astronaut cosmonaut taikonaut skier climber hiker mountaineer swimmer
  diver surfer camper walker jogger runner bystander onlooker looker-on hanger-on spectator fan supporter concertgoer festivalgoer reveller reveler
  partygoer clubgoer theatergoer moviegoer churchgoer worshipper worshiper pilgrim shopper customer diner patron guest client subscriber
  viewer listener reader user voter taxpayer homeowner tenant landlord neighbour neighbor passer-by passerby eyewitness witness
  soldier serviceman servicewoman servicemember troop troops conscript recruit reservist marine paratrooper commando ranger airman guard
  guardsman gunner sniper officer lieutenant sergeant corporal colonel major general admiral commander veteran fighter militant militiaman
  rebel insurgent guerrilla guerilla terrorist jihadist extremist gunman attacker assailant bomber shooter hijacker kidnapper abductor
  mercenary warrior warlord combatant partisan separatist loyalist police policeman policewoman cop constable detective inspector sheriff
  deputy trooper ranger agent inspector investigator responder firefighter fireman paramedic medic rescuer lifeguard volunteer ambulanceman
  doctor physician surgeon nurse midwife dentist patient caregiver carer psychologist psychiatrist therapist pharmacist practitioner
  worker employee labourer laborer miner builder farmer farmworker labourer craftsman tradesman electrician plumber carpenter mechanic
  engineer technician scientist researcher academic professor lecturer teacher tutor principal student pupil schoolboy schoolgirl
  schoolchild undergraduate graduate postgraduate kindergartner classmate teammate colleague roommate coworker co-worker boss manager
  executive director chief employer owner shareholder investor trader broker banker economist analyst accountant lawyer attorney solicitor
  barrister judge juror prosecutor defendant plaintiff inmate prisoner convict detainee captive hostage suspect perpetrator offender
  criminal thief robber burglar murderer killer rapist smuggler trafficker pirate victim casualty survivor fatality evacuee refugee
  migrant immigrant emigrant asylum-seeker seeker expatriate expat deportee exile returnee orphan widow widower mourner relative parent
  mother father mum mom dad son daughter brother sister sibling twin grandparent grandmother grandfather grandchild grandson
  granddaughter cousin uncle aunt nephew niece husband wife spouse partner boyfriend girlfriend fiance fiancee bride groom friend
  politician lawmaker legislator senator congressman congresswoman representative councillor councilor councilman mayor governor minister
  president premier monarch king queen prince princess diplomat ambassador envoy delegate official aide adviser advisor spokesman
  spokeswoman spokesperson candidate activist protester protestor demonstrator rioter striker campaigner dissident reformist leader
  journalist reporter correspondent editor photographer cameraman broadcaster blogger author writer poet artist actor actress musician
  singer dancer comedian filmmaker performer player footballer cricketer golfer boxer wrestler athlete sprinter swimmer coach referee
  umpire goalkeeper defender midfielder batsman bowler pitcher skater racer jockey gymnast olympian champion contestant competitor
  participant attendee applicant recipient beneficiary claimant donor member monk nun priest bishop cardinal pope imam rabbi pastor
  cleric clergyman clergy believer christian muslim jew hindu buddhist american briton european african asian australian canadian
  chinese japanese russian ukrainian german frenchman italian spaniard pole israeli palestinian syrian iraqi iranian afghan pakistani
  indian nigerian kenyan mexican brazilian turk kurd greek dutchman swede egyptian lebanese saudi yemeni somali sudanese rohingya
  individual human soul folk staff personnel staffer serviceperson employee member counterpart occupant customer consumer
  male female juvenile preschooler preteen youngster sophomore freshman retiree smoker dealer caller dispatcher expert hero marshal educator
  contractor intruder acquaintance superintendent commissioner magistrate warden organiser organizer coordinator consultant lobbyist
  supremacist gangster mobster looter marcher parishioner congregant housemate flatmate shipmate crewmate stowaway
  boatman herdsman shepherd hunter trapper trainee apprentice intern cadet newborn homeless fugitive escapee absentee pal buddy guy
  mp mep msp ceo gi pow vip cop buyer seller passer lady gentleman mother-in-law bodyguard chauffeur porter waiter waitress chef cook barman bartender cleaner janitor clerk cashier
  receptionist secretary librarian postman courier delivery-man truckdriver trucker cabbie conductor colleague helper aide-de-camp
  adherent follower disciple insider outsider newcomer settler colonist tribesman clansman peasant billionaire millionaire heir`
    .split(/\s+/)
    .filter(Boolean),
);

const PERSON_ENDINGS =
  /(?:[a-z]{2}(?:man|woman|person|goer|worker|owner|holder|keeper|fighter|seeker|member|smith|maker|ist|ologist|ician))$/;
const NOT_PERSONS = new Set("talisman caiman ottoman roman waist wrist twist heist whist".split(" "));

/** Does the noun name people? Any number; "firefighters", "crew", "servicemen", "injured". */
export function isPersonNoun(noun: string): boolean {
  const singular = singularOf(noun);
  if (PERSON_NOUNS.has(singular) || PERSON_NOUNS.has(noun)) return true;
  const last = singular.slice(singular.lastIndexOf("-") + 1);
  if (last !== singular && PERSON_NOUNS.has(last)) return true;
  return PERSON_ENDINGS.test(singular) && !NOT_PERSONS.has(singular);
}

/** Nouns in the singular for people taken together: a number of theirs counts people ("a crew of 12", "a 300-strong crowd"). */
export const PEOPLE_GROUPS: ReadonlySet<string> = new Set(
  `workforce staff crew army force team crowd audience congregation membership electorate garrison family group battalion brigade regiment
  squad contingent delegation mob gang jury choir cast`.split(/\s+/),
);

/** Participles and adjectives that stand for people after "the" or a number: "20 injured", "the 35 dead". */
export const PEOPLE_ADJECTIVES: ReadonlySet<string> = new Set(
  "dead injured wounded missing homeless displaced killed hurt unemployed jobless elderly disabled others".split(" "),
);
