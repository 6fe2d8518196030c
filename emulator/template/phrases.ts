/** What a reviewer of Meta's looks for, in the three languages of the demonstration: each line is one expression. */
const anyOf = (...lines: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${lines.join('|')})`, 'iu')

/** Words that sell: a utility template with one of them is approved as marketing. */
export const promotion = anyOf(
  'ofertas?\\b|descuentos?\\b|promo(ci[oó]n|ciones)?\\b|rebajas?\\b|cup[oó]n(es)?\\b|liquidaci[oó]n de|2 ?x ?1\\b|black friday|hot sale|buen fin',
  'gratis\\b|de regalo\\b|sorteos?\\b|premios?\\b|bonificaci[oó]n\\b|aprovech[aáe]|no te (lo|la) pierdas|por tiempo limitado|[uú]ltimos d[ií]as',
  'compr[aá] (ahora|ya|hoy)|ahorr[aá]\\b|pre-?aprobad[oa]|te invitamos a|invit[aá] a (un|tus)|referid[oa]s?\\b|nueva colecci[oó]n|lanzamiento|tasa preferencial',
  'te (gustar[ií]a|interesa) (conocer|saber)|feliz cumplea[nñ]os|felicidades|felicitaciones|tu carrito|encuesta de satisfacci[oó]n|qu[eé] tan satisfech|mejor[aá] tu plan|exclusiv[oa]s?\\b',
  'offers?\\b|discounts?\\b|promo(tion|tions)?\\b|coupons?\\b|deals?\\b|on sale\\b|sale (ends|starts)|free (gift|trial|shipping|delivery)|for free\\b|giveaway|prizes?\\b|cheaper\\b',
  "don['’]t miss|limited time|buy (now|today)|shop now|save (up to|\\$|\\d)|pre-?approved|invite (a )?friends?|refer a|new collection|new arrivals|congratulations|happy birthday|your cart|satisfaction survey|how satisfied|upgrade (your plan|to)|exclusive\\b",
  'descontos?\\b|promo[cç][aã]o|promo[cç][oõ]es|cupo(m|ns)\\b|gr[aá]tis\\b|brindes?\\b|pr[eê]mios?\\b|b[oô]nus\\b|aproveite|n[aã]o perca|imperd[ií]vel|[uú]ltimos dias|compre (agora|j[aá]|hoje)|economize|pr[eé]-?aprovad[oa]',
  'indique (um )?amig|lan[cç]amento|nova cole[cç][aã]o|parab[eé]ns|feliz anivers[aá]rio|seu carrinho|pesquisa de satisfa[cç][aã]o|queima de estoque',
  '\\d+ ?% (de |off|menos|desconto|descuento|discount|cashback)|\\bcashback\\b',
)

/** Threats of the law or of shame. */
export const threat = anyOf(
  'acci[oó]n(es)? (legal|judicial)(es)?|(proceso|juicio|demanda|cobro) judicial|demandar(te|le|lo)?|te demandaremos|embarg(o|ar|aremos)|(ir[aá]s?|terminar[aá]s?) (a|en) (la c[aá]rcel|prisi[oó]n)|denuncia penal',
  'publicar(emos|[aá]n)? (tu|su) (deuda|nombre|foto)|(en|por) (tus|sus) redes|(avisaremos|informaremos|llamaremos) a (tus|sus|tu|su) (familiares|familia|contactos|vecinos|jefe|trabajo|empleador)|atente a las consecuencias|lista de morosos p[uú]blica',
  'legal action|lawsuit|sue you|take you to court|(be|get) arrested|go to jail|seize your|(publish|post|expose) your (debt|name|photo)|(tell|inform|call) your (family|neighbou?rs|employer|boss|contacts)|face the consequences',
  'a[cç][aã]o (judicial|legal)|a[cç][oõ]es (judiciais|legais)|medidas (judiciais|legais)|processo judicial|ser[aá] processad|penhora|ser[aá] pres[oa]|(publicar|divulgar|expor)(emos)? (sua|a sua) (d[ií]vida|foto)|(avisaremos|informaremos|ligaremos para) (seus|sua|seu) (familiares|fam[ií]lia|vizinhos|contatos|chefe|trabalho|empregador)',
)

const asks =
  '(?<!(no|nunca|jam[aá]s|n[aã]o|never|not) (la |lo |las |los |o |a |ever )?)(env[ií](a|e|en|anos|enos|á)?|mand(a|á|e|anos)|compart(e|í|a|ilhe|enos)|respond(e|é|a) con|responda com|ind[ií]c(a|á|anos|enos)|ingres(a|á|e)|confirm(a|á|e)|proporcion(a|e)|d[ií]ctanos|informe|digite|send( us)?|share|reply with|enter|provide|confirm|tell us)'
/** Requests for what nobody may be asked in a message; the last four digits are allowed. */
export const secrets = new RegExp(
  `${asks}[^.!?]{0,60}(n[uú]mero (completo )?de (tu |su |la )?(tarjeta|c[eé]dula|dni|ine|curp|pasaporte|identificaci[oó]n|seguro social)|n[uú]mero do (seu )?(cart[aã]o|cpf|rg|passaporte)|(full )?(card|passport|social security|id) number|cvv|cvc|contrase[nñ]a|password|\\b(nip|pin)\\b|clave (secreta|de acceso|din[aá]mica)|\\bsenha\\b|\\bcpf\\b|(foto|copia|c[oó]pia|photo|copy) (de|do|da|of) (tu|su|seu|sua|your)? ?(ine|dni|c[eé]dula|pasaporte|passaporte|documento|rg|id|passport|credencial))(?! (terminad|ending|final))`,
  'iu',
)

/** Goods of Meta's commerce policy that nobody may advertise on WhatsApp. */
export const forbiddenGoods = anyOf(
  'cigarr(os?|illos?|ettes?)\\b|tabaco\\b|tobacco\\b|vapes?\\b|vapeadores?|cerveza\\b|cerveja\\b|beer\\b|whisk(y|ey)\\b|tequila\\b|vodka\\b|cacha[cç]a\\b',
  'armas? de fogo|armas? de fuego|firearms?|munici[oó]n(es)?\\b|ammunition|casino\\b|cassino\\b|apuestas (deportivas|online)|apostas (esportivas|online)|sports betting|marihuana|maconha|cannabis|marijuana|viagra\\b',
)

/** A code to prove who somebody is: only authentication templates carry one. */
export const oneTimeCode = anyOf(
  'c[oó]digo de (verificaci[oó]n|verifica[cç][aã]o|acceso|acesso|seguridad|seguran[cç]a|un solo uso|confirmaci[oó]n)|clave (din[aá]mica|de un solo uso)|senha de uso [uú]nico|(verification|security|access|one[- ]time) (code|passcode|password)|\\botp\\b',
)

/** Small words that only one of the three languages has. */
export const smallWords: Readonly<Record<string, RegExp>> = {
  es: /(?<!\p{L})(el|los|las|tu|su|tus|sus|y|hola|gracias|es|usted|con|por|una?|del|está|hoy|puedes)(?!\p{L})/giu,
  en: /(?<!\p{L})(the|your|you|is|are|and|with|for|of|to|hi|hello|thanks|this|our|on|can)(?!\p{L})/giu,
  pt: /(?<!\p{L})(o|os|você|sua|seu|não|uma|um|olá|obrigad[oa]|e|do|da|em|são|com|hoje|pode)(?!\p{L})/giu,
}
