/**
 * What a reviewer of Meta's looks for, in the three languages of the demonstration: each line is one expression. He reads
 * words and not minds: what is said without these passes, as some of it does with Meta.
 */
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
  '\\d+ ?%(?! (de (inter[eé]s|avance|su|tu|seu)|del total))|\\bcashback\\b|(?<=[^\\d])[23] ?x ?[123]\\b|mitad de precio|metade do pre[cç]o|half price|env[ií]o incluido|sin costo|sem custo',
  'inscr[ií]b(ete|ite|ase)|inscreva-se|sorprend[eéa]\\b|surpreenda|ll[eé]vate|llevate|leve tamb[eé]m|v[eé]n a |ven[ií] a |vem (que|a|pra)|venha\\b|cotiza|cotice|descubr[eí]|descubra|gan[aá]\\b|ganhe|c[aá]mbiate|pasate a|apadrin|dona desde|simul[ae] ',
  '(tu|su|sua|pr[oó]xima) pr[oó]xima compra|na pr[oó]xima|en la pr[oó]xima|tarjeta regalo|gift cards?|(las|nuestras) novedades|temos novidades|encuesta de|pesquisa de|nos recomendar[ií]as|te extra[nñ]amos|miss you|ideas para|me presento|le interesar[ií]a|me gustar[ií]a presentar|(un|um) caf[eé]\\?',
  '(?<!(tu|su|la|sua|a|your) )(reserv[aáeé]|book|grab|trade) (hoy|ya\\b|tu mesa|mesa|now|today|a |your )|(sign up|enroll|register|join) (now|today|for)|follow us|earn \\d|zero down|happy holidays|feliz (navidad|natal|a[nñ]o|ano)|cumplea[nñ]os|anivers[aá]rio|birthday|desde (\\$|s/|r\\$|\\d+ ?€)|por (r\\$|s/) ?\\d',
)

/** Threats of the law or of shame. */
const threat = anyOf(
  'acci[oó]n(es)? (legal|judicial)(es)?|(proceso|juicio|demanda|cobro) judicial|demandar(te|le|lo)?|te demandaremos|embarg(o|ar|aremos)|(ir[aá]s?|terminar[aá]s?) (a|en) (la c[aá]rcel|prisi[oó]n)|denuncia penal',
  'publicar(emos|[aá]n)? (tu|su) (deuda|nombre|foto)|(en|por) (tus|sus) redes|(avisaremos|informaremos|llamaremos) a (tus|sus|tu|su) (familiares|familia|contactos|vecinos|jefe|trabajo|empleador)|atente a las consecuencias|lista de morosos p[uú]blica',
  'legal action|lawsuit|sue you|take you to court|(be|get) arrested|go to jail|seize your|(publish|post|expose) your (debt|name|photo)|(tell|inform|call) your (family|neighbou?rs|employer|boss|contacts)|face the consequences',
  'a[cç][aã]o (judicial|legal)|a[cç][oõ]es (judiciais|legais)|medidas (judiciais|legais)|processo judicial|ser[aá] processad|penhora|ser[aá] pres[oa]|(publicar|divulgar|expor)(emos)? (sua|a sua) (d[ií]vida|foto)|(avisaremos|informaremos|ligaremos para) (seus|sua|seu) (familiares|fam[ií]lia|vizinhos|contatos|chefe|trabalho|empregador)',
)

const debt =
  /deud|adeud|(?<!\p{L})deb(e|es|és|ía)(?!\p{L})|no (se )?pag|si no (pag|liquid|abon|deposit|respond|hay)|pag(ue|á|ás|a)? (hoy|ya|ahora|su)|liquid|moros|cobranza|falta de pago|dívida|(?<!\p{L})deve(?!\p{L})|não (pag|quit|cair)|pague|quit(e|ar|ado)|débito|atraso|calote|debt|(?<!\p{L})owe|deadbeat|(?<!\p{L})pay(?!\p{L})|unpaid|the money/iu
const law =
  /judicial|ju[zr][gií][a-zñóáí]*do (mercantil|civil|de)|juez|juicio|tribunal|demanda(?!s? de)|abogad|jurídic|área legal|remat|inmoviliz|embarg(?!o levantado)|retención de su sueldo|justiça|ajuizad|protesto|advogad|apreensão|penhora|sued|court|legal proceedings|seiz|enforcement agents|bailiff|sheriff|attorney|lawyers?/iu
const others =
  /(su|tu|sus|tus|seu|sua|seus|suas|your) (jefe|patrón|familia|vecin|esposa|esposo|vieja|mamá|papás|hermano|compañer|contactos|amigos|trabajo|portal|comunidad|cuadra|gerente|chefe|vizinh|trabalho|foto|nome|boss|manager|workplace|famil|friends|mother|neighbou?rs|employer|contact list)|recursos humanos|redes sociales|en redes|facebook|condomínio|lista de calote|todos .{0,30}(sep|saber|vean)/iu
const consequence =
  /arrepent|consecuencias|consequences|por las (buenas|malas)|última (oportunidad|chance)|last chance|medidas|lista negra|buró de crédito|veraz|dicom|(?<!\p{L})spc(?!\p{L})|serasa|centrales de riesgo|vida crediticia|credit bureau|en su (casa|puerta|domicilio)|en tu (casa|puerta)|a (su|tu) casa|da sua casa|to your house|lo visitemos|visita que|something bad|can['’]t hide|mis muchachos|ya lo ubicamos|acaba mal|aténgase/iu

/** Threats in two halves, wherever they stand: a debt, and the law, other people, or what will happen. */
export const isThreat = (text: string): boolean =>
  threat.test(text) || (debt.test(text) && [law, others, consequence].some((half) => half.test(text)))

const asks =
  '(?<!(no|nunca|jam[aá]s|n[aã]o|never|not) (la |lo |las |los |o |a |ever )?)(env[ií](a|e|en|anos|enos|á)?|mand(a|á|e|anos)|compart(e|í|a|ilhe|enos)|respond(e|é|a) con|responda con|responda com|m[aá]nd[ae]nos|d[ií](ga|ganos|nos|ctenos)|dec[ií](nos|me)|facilit(e|a|enos)|text( us| back)|qual (é )?o (seu )?|ind[ií]c(a|á|anos|enos)|ingres(a|á|e)|confirm(a|á|e)|proporcion(a|e)|d[ií]ctanos|informe|digite|send( us)?|share|reply with|enter|provide|confirm|tell us)'
/** Requests for what nobody may be asked in a message; the last four digits are allowed. */
export const secrets = new RegExp(
  `${asks}[^.!?]{0,60}(n[uú]mero (completo )?(de|do) (la |tu |su |seu )?(tarjeta|cart[aã]o|c[eé]dula|dni|ine|curp|pasaporte|identificaci[oó]n|seguro social)|n[uú]mero do (seu )?(cart[aã]o|cpf|rg|passaporte)|(full )?(card|passport|social security|id) number|n[uú]meros? (del frente|de serie)|\\d+ d[ií]gitos|\\d+ digits|cvv|cvc|c[oó]digo de seguridad|security code|clave ([uú]nica|internet|de home banking)|contrase[nñ]a|password|\\b(nip|pin)\\b|clave (secreta|de acceso|din[aá]mica)|\\bsenha\\b|\\bcpf\\b|(foto|copia|c[oó]pia|photo|copy) (de|do|da|of) (tu|su|seu|sua|your)? ?(ine|dni|c[eé]dula|pasaporte|passaporte|documento|rg|id|passport|credencial))(?! (terminad|ending|final))`,
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

/** Small words that, of the three languages, only one has. */
export const smallWords: Readonly<Record<string, RegExp>> = {
  es: /(?<!\p{L})(el|los|las|tu|su|tus|sus|y|hola|gracias|es|usted|con|una|del|está|hoy|puedes)(?!\p{L})/giu,
  en: /(?<!\p{L})(the|your|you|is|are|and|with|for|of|to|hi|hello|thanks|this|our|on|can)(?!\p{L})/giu,
  pt: /(?<!\p{L})(os|você|sua|seu|suas|seus|não|uma|um|olá|obrigad[oa]|da|em|são|hoje|pode|foi|já)(?!\p{L})/giu,
}
