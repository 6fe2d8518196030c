import type { Phrases } from './phrases.ts'

/** English of the United States and the United Kingdom. */
export const ENGLISH: Phrases = {
  innocent: `
    (?:never|do not|don't|won't|will not)[^.!?\\n]*(?:ask|share|request|receive|need to)[^.!?\\n]*
    free cancell?ation
    (?:no-claims|no claims|loyalty) discount[^.!?\\n]{0,40}(?:included|applied)
    discount(?: code)?[^.!?\\n]{0,40}(?:has been|was|is|been) (?:not valid|invalid|applied|included|removed|expired)
    discount[^.!?\\n]{0,12} you used
    (?:gift card|voucher)[^.!?\\n]{0,30} (?:delivered|was sent|was used|you bought)[^.!?\\n]*
    toll[- ]free
    feel free
    free of charge under
    offer letter
    job offer
    no action is needed
    sales? (?:receipt|representative|order)
    point of sale
    for sale by
    price (?:was|has been) adjusted
  `,
  promotion: `
    (?:\\d+ ?%|\\$\\d+|£\\d+|up to \\d+ ?%)(?: extra)? off
    (?:extra|save|get) (?:up to )?(?:\\d+ ?%|\\$ ?\\d+|£ ?\\d+|big|hundreds|more)
    sales?(?= (?:is|on|ends|starts|now|has|today|event)|[!.,\\n]|$)
    (?:flash|summer|winter|spring|fall|clearance|january|holiday|weekend|big|our) (?:sale|clearance)
    clearance
    discounts?
    (?:special|exclusive|limited|great|best|new|latest|our) (?:offers?|deals?|promotions?)
    offers?
    (?:deals?|promo|promotion)s?
    (?:black friday|cyber monday|prime day|boxing day)
    buy one
    (?:two|2) for (?:one|1)
    bogo
    free (?:gift|shipping|delivery|sample|dessert|consultation|quote|check\\w*)
    (?:for|at) free
    giveaways?
    (?:win|enter to win) (?:a|an|one|big|prizes)
    (?:limited time|while (?:stocks?|supplies) lasts?|ends (?:tonight|today|soon|sunday)|last chance|don't miss(?: out)?|hurry|selling fast|before they're gone|before it's gone|only today|today only|act now)
    (?:in|left in|items in) your (?:cart|basket|bag)
    (?:check out|checkout) (?:now|our|the)
    (?:still thinking about|left something)
    (?:we miss you|we've missed you|come back)
    (?:shop|order|book|buy|subscribe|sign up|join|enrol|enroll|register)(?: \\w+){0,2} (?:now|today|this week|by friday|online)
    (?:shop|browse|explore|discover) (?:it|our|the|now|online|all)
    (?:new|latest) (?:collection|arrivals?|lineup|season|menu|range|products?)
    see what's new
    new (?:year, new you|in store)
    just (?:dropped|landed|arrived in store)
    (?:refer|invite|bring) a friend
    store credit
    cash ?back
    (?:no|zero) (?:enrollment|enrolment|joining|sign-?up) fee
    (?:enrollment|enrolment|registration|admissions?) is (?:now )?open
    (?:webinar|masterclass|bootcamp)
    (?:early access|be the first|vip access)
    (?:earn|redeem) (?:your )?(?:double |bonus )?points
    download our (?:new )?app
    (?:switch to|switch and)
    is back(?: in stock)?, #
    (?:biggest|grand) (?:event|opening)
    happy hour
    (?:you could|could) save
    is (?:calling|here)!
  `,
  bargain: `
    (?:from|for) (?:just |only )?[$£€] ?\\d[\\d.,]*
    (?:only|just) [$£€] ?\\d[\\d.,]*
    free (?:drink|upgrade|month|trial)
    (?:no|zero) annual fee
    (?:welcome|first) (?:offer|purchase)
  `,
  coupon: `
    (?:promo|discount|coupon|voucher) codes?
    coupons?
    vouchers?
    (?:use|apply|enter) (?:the |your )?code (?:#|[a-z]+\\d+)[^.!?\\n]{0,40}(?:save|off|discount|order|checkout|purchase)
  `,
  upselling: `
    pre-?(?:approved|qualified|selected)
    you (?:qualify|are eligible|'re eligible) for (?:a|an|our|the)
    (?:higher|increased|increase your|raise your) (?:credit )?limit
    upgrade (?:to|now|today|your|for)
    add (?:roadside|dental|travel|theft|extra|insurance|coverage|protection)\\b
    for (?:just|only) [$£€]? ?\\d+ (?:more|a month|per month)
    (?:unlimited|premium|platinum|gold) (?:plan|card|today|economy)
    to unlimited
    (?:extra legroom|priority boarding)
    extended warranty
    running low on
    (?:platinum|premium|gold|rewards) card
    never worry (?:about|again)
    open (?:a|an|your) [^.!?\\n]{0,20}(?:account|card)
    apply (?:now|today|in)
  `,
  'cold-contact': `
    (?:came across|found|got|obtained) your (?:number|profile|company|contact|details)
    (?:would like|want|wanted|i'd like|we'd like) to (?:introduce|present|tell you about)
    (?:reaching out|reach out to you)
    (?:open to|up for|available for) a (?:quick |short |brief )?(?:call|chat|demo|meeting)
    we help (?:companies|businesses|people) like (?:yours|you)
    companies like yours
    quick (?:call|demo)
    mutual friend
    suggested (?:i|we) (?:contact|reach|write)
    (?:got|have) (?:five|5|ten|10|a few) minutes
    grow(?:ing)? your (?:practice|business|company|sales)
  `,
  survey: `
    surveys?
    (?:rate|rating) (?:us|your|our|the|it)
    how would you rate
    how (?:was|did) (?:your|we|the|it|our)
    (?:tell us|let us know) (?:what|how) (?:you|we)
    your (?:feedback|opinion)
    (?:from|of|on a scale of) [01] to (?:5|10)
    how likely are you
    we(?:'d| would) love to hear
    leave (?:us )?a review
    questionnaire
  `,
  goodwill: `
    happy (?:birthday|new year|holidays|anniversary|easter|mother's day|father's day|thanksgiving|diwali|eid)
    merry christmas
    season's greetings
    (?:congratulations|congrats)
    (?:wishing|wish) you
    been with us for
  `,
  price: `
    [$£€] ?\\d[\\d.,]*
    \\d[\\d.,]* (?:dollars|pounds|euros|bucks)
  `,
  hint: `
    (?:meet|spoil|surprise|treat|refresh|transform|upgrade|level up|start|secure|grab|claim|unlock|make|open an?|put your)(?= (?:your|the|her|him|them|a|an|one|our|earning|today|up))
    (?:ready to|looking for|tired of|want to|dreaming of|imagine|picture this|time to)
    (?:deserves?|can't stop|raving|you'll love|going fast|spots|no cost|no strings|high-yield|savings account|handmade|hand-packed|delicious|luxury|quality|brand new)
    (?:mother's day|father's day|valentine's|christmas|easter|this (?:month|season|summer|winter|spring|fall|weekend))
    (?:round the corner|around the corner|must-have|best-?sell\\w+)
    (?:come and|come on|visit us|see you there|stop by)
    (?:enjoy|treat yourself|love|favou?rite|perfect|exclusive|special|amazing)
    (?:shop|browse|explore|discover|try|taste)
    (?:would you like|interested|reply yes to add|claim it|tap below to claim)
    (?:get ready|starts (?:friday|monday|today|tonight))
    (?:memories|adventure|getaway)
    (?:new year|season|trend|style)
  `,
  service: `
    (?:in stock|out of stock|subscription|ships|payee|billing(?: details)?|hire car|rental|desk|orders?|purchases?|parcels?|packages?|shipments?|shipped|deliver(?:y|ed|ies)|couriers?|driver|pickup|track(?:ing)?|returned|refunds?|exchange|receipts?|invoices?|repair)
    (?:appointments?|bookings?|reservations?|table|visit|interview|meeting|check-?in|prescription|lab results|results|claim|adjuster|policy|premium)
    (?:flights?|train|bus|boarding|gate|platform|ticket|itinerary|departs|trip)
    (?:payments?|paid|charges?|charged|transfer|deposit|direct debit|statement|balance|bills?|due|overdue|overdrawn|loan|account|cards?|dispute|fee)
    (?:debt|past due|collections?)
    (?:application|passport|licen[cs]e|permit|documents?|request|case|summons|jury|county|court)
    (?:class|school|parents?|exam|grades?|teacher|homework|course schedule|students?)
    (?:advisory|boil|traffic|road|closure|crews|running (?:late|behind)|minutes behind|outage|power|water|service|maintenance|restore|alert|warning|storm|evacuat\\w+|sim|line|network|meter)
    (?:sign-?in|log-?in|login|password|device|unauthori[sz]ed|was this you)
    (?:confirmed|cancell?ed|rescheduled|delayed|scheduled|approved|declined|expires?|renews?|renewal|ready|unsubscribed|received your|moved to)
  `,
  occasion: `
    (?:order|delivery|ticket|visit|purchase|case|repair|stay|appointment)(?: from)? #
    (?:last night|yesterday|this morning|today's)
    (?:delivery from|ride with|sofa from)
    we closed your
  `,
  code: `
    # is your (?:\\w+ )?(?:verification |security |login |access |one-time )?(?:code|passcode|pin)
    (?:code|passcode|pin|otp) (?:is|:) ?#
    (?:use|enter) (?:the )?(?:code )?# to (?:sign|log|verify|confirm|complete|continue)
    your (?:one-time )?(?:passcode|verification code|security code|login code)[^.!?\\n]{0,20} #
    (?:enter|use) (?:the )?(?:\\w+ )?code #
    (?:number|code) you need to (?:finish|complete|sign|log|confirm)
  `,
  threat: `
    (?:face|suffer|bear) the consequences
    (?:you have|you've) run out of time
    (?:final|last) (?:notice|warning)
    (?:pay (?:now|up|today)|or else)
    we know where you (?:live|work)
    (?:garnish\\w*|seize|repossess\\w*|arrest\\w*|jail|prison)
    (?:visit|come to) your (?:home|house|workplace) to collect
    you will regret
    (?:knock\\w*|turn up|show up|come)[^.!?\\n]{0,20} your (?:door|home|house|workplace)
    won't stop until
  `,
  'legal-act': `
    (?:lawsuits?|sue|sued|suing)
    legal (?:action|proceedings|steps)
    (?:court|judicial) (?:action|proceedings|order|case)
    (?:attorneys?|lawyers?|solicitors?|bailiffs?)
    (?:garnish\\w*|repossess\\w*|seizure|lien)
    take you to court
    litigation
    (?:process server|served|subpoena|summons|judgment|warrant|court)
    deliver papers
  `,
  'public-shaming': `
    (?:contact|inform|tell|call|notify|alert)[^.!?\\n]{0,20} your (?:employer|boss|relatives|family|friends|neighbou?rs|workplace|contacts)
    (?:post|publish|share)[^.!?\\n]{0,12} your (?:name|photo|picture|debt)
    list of (?:people who don't pay|debtors|defaulters|bad payers)
    everyone will (?:know|find out|hear)
    your (?:employer|boss|relatives|family|friends|neighbou?rs|co-?workers)[^.!?\\n]{0,30}(?:know|find out|hear|learn)
    in front of (?:everyone|your)
  `,
  debt: `
    (?:debts?|owe|owed|pay|payment|unpaid|overdue|past due|loan|balance|recover|due|collect|bill)
  `,
  'card-request': `
    (?:send|reply|provide|confirm|share|enter|give|text|need)[^.!?\\n]{0,60}(?:(?:full )?card number|cvv|cvc|(?:picture|photo|image) of (?:the front and back of )?your (?:bank |credit |debit )?card|card details|security code on)
    (?:picture|photo)[^.!?\\n]{0,25} your (?:bank|credit|debit) card
  `,
  'identity-request': `
    (?:send|reply|provide|confirm|share|enter|give|text|need)[^.!?\\n]{0,60}(?:social security(?: number)?|ssn|passport number|(?:picture|photo|copy|scan) of your (?:id|passport|driver'?s? licen[cs]e|national id)|date of birth|national insurance number|id number|your (?:pin|password)(?= |[.!,]|$))
  `,
  vague: `
    (?:an|have an|important) update for you
    important information
    just checking in
    let us know if you need anything
    for more information
  `,
  'opt-out': `
    stop
    unsubscribe
    opt[- ]?out
    no longer (?:wish|want)
    not interested
    stop receiving
    end to
  `,
  'forbidden-goods': `
    (?:beer|wine tasting|whisky|whiskey|vodka|tequila|liquor|gin)
    (?:cigarettes?|vapes?|vaping|tobacco|cigars?)
    (?:casino|betting|sportsbook|slot machines?|roulette)
    (?:firearms?|ammunition|handguns?)
    (?:marijuana|cannabis|cbd|thc)
    (?:viagra|steroids)
  `,
}
