import type { Tongue } from './tongue.ts'

/**
 * Phrases looked for as they are, one regular expression a line, over folded text: lower case, no accents, `ñ` is `n`.
 * They begin and end at word boundaries.
 */
export const PHRASES: Readonly<
  Record<
    'opt-out' | 'forbidden-goods' | 'card-request' | 'identity-request' | 'never-asked',
    Readonly<Record<Tongue, string>>
  >
> = {
  'opt-out': {
    es: `
      baja
      salir
      alto
      stop
      parar
      cancelar (?:la )?suscripcion
      no (?:quier\\w+|dese\\w+|recibir\\w*|te escribimos|le escribimos)[^.!?\\n]{0,20}(?:mas|mensajes|promociones|publicidad)?
      dejar de recibir
      no me interesa
      desuscrib\\w+
      no recibir
    `,
    en: `
      stop
      unsubscribe
      opt[- ]?out
      no longer (?:wish|want)
      not interested
      stop receiving
      end to
    `,
    pt: `
      sair
      parar
      pare
      stop
      nao (?:quero|deseja|quiser|receber)[^.!?\\n]{0,20}(?:mais|mensagens)?
      cancelar (?:a )?(?:inscricao|assinatura)
      descadastr\\w+
      nao tenho interesse
    `,
  },
  'forbidden-goods': {
    es: `
      (?:cervezas?|tequila|mezcal|vodka|whisky|ron anejo|licores|aguardiente|pisco)
      (?:cigarrillos?|vapers?|vapeadores?|tabaco|puros)
      (?:apuestas?|casino|tragamonedas|ruleta)
      (?:armas de fuego|municion(?:es)?|pistolas)
      (?:marihuana|cannabis|cbd)
      (?:viagra|esteroides|anabolicos)
    `,
    en: `
      (?:beer|wine tasting|whisky|whiskey|vodka|tequila|liquor|gin)
      (?:cigarettes?|vapes?|vaping|tobacco|cigars?)
      (?:casino|betting|sportsbook|slot machines?|roulette)
      (?:firearms?|ammunition|handguns?)
      (?:marijuana|cannabis|cbd|thc)
      (?:viagra|steroids)
    `,
    pt: `
      (?:cachaca|vodca|vodka|uisque|whisky|tequila|cervejas?)
      (?:cigarros?|vapes?|tabaco|charutos?)
      (?:apostas?|cassino|caca-niquel|roleta|bets?)
      (?:armas de fogo|municao|pistolas)
      (?:maconha|cannabis|cbd)
      (?:viagra|anabolizantes)
    `,
  },
  'card-request': {
    es: `
      (?:envi\\w+|mand\\w+|compart\\w+|respond\\w+|dig\\w+|dinos|indi\\w+|proporcion\\w+|facilit\\w+|necesitamos|ingres\\w+|pas\\w+|confirm\\w+|escrib\\w+)[^.!?\\n]{0,60}(?:numero(?: completo)? de (?:su|tu|la) tarjeta|(?:16|dieciseis) digitos|cvv|cvc|numeros de (?:su|tu) tarjeta|(?:foto|imagen) de (?:su|tu|la) tarjeta|datos de (?:su|tu|la) tarjeta|codigo de seguridad de (?:su|tu|la) tarjeta)
    `,
    en: `
      (?:send|reply|provide|confirm|share|enter|give|text|need)[^.!?\\n]{0,60}(?:(?:full )?card number|cvv|cvc|(?:picture|photo|image) of (?:the front and back of )?your (?:bank |credit |debit )?card|card details|security code on)
      (?:picture|photo)[^.!?\\n]{0,25} your (?:bank|credit|debit) card
    `,
    pt: `
      (?:envi\\w+|mand\\w+|inform\\w+|respond\\w+|compartilh\\w+|dig\\w+|pass\\w+|precisamos)[^.!?\\n]{0,60}(?:numero (?:completo )?do (?:seu )?cartao|cvv|codigo de seguranca|dados do (?:seu )?cartao|foto do (?:seu )?cartao)
    `,
  },
  'identity-request': {
    es: `
      (?:envi\\w+|mand\\w+|compart\\w+|respond\\w+|adjunt\\w+|proporcion\\w+|facilit\\w+|necesitamos|pas\\w+)[^.!?\\n]{0,50}(?:foto(?:grafia)?s? de (?:tu|su|el|la) (?:cedula|dni|ine|documento|rut|identificacion|pasaporte|carnet|credencial)|numero de (?:cedula|identificacion|dni|documento|pasaporte|seguro social)|(?:dni|ine|rut|curp|cedula|pasaporte|nif)(?: completo| por ambos lados)|fotografia de su documento|(?:frente|anverso|ambos lados|ambas caras|foto)[^.!?\\n]{0,25}(?:dni|ine|rut|cedula|identificacion|credencial|documento)|pin de acceso|(?:contrasena|clave) de (?:acceso|su|la)|copia de (?:tu|su) (?:cedula|dni|ine|documento|identificacion|pasaporte))
    `,
    en: `
      (?:send|reply|provide|confirm|share|enter|give|text|need)[^.!?\\n]{0,60}(?:social security(?: number)?|ssn|passport number|(?:picture|photo|copy|scan) of your (?:id|passport|driver'?s? licen[cs]e|national id)|date of birth|national insurance number|id number|your (?:pin|password)(?= |[.!,]|$))
    `,
    pt: `
      (?:envi\\w+|mand\\w+|respond\\w+|compartilh\\w+|anex\\w+|pass\\w+|precisamos)[^.!?\\n]{0,40}(?:foto do (?:seu )?(?:rg|cpf|documento|cnh)|(?:seu |numero do )(?:rg|cpf)|copia do (?:rg|cpf|documento)|senha)
    `,
  },
  'never-asked': {
    es: `
      (?:nunca|jamas|nadie)[^.!?\\n]{0,40}(?:pedi|pide|solicit|requer)\\w*
      no (?:te |le |se |lo |la |los |las |nos )*(?:pedi|solicit|compart|facilit|envi|mand|des|diga|dictes|reveles|pase|la envie)\\w*
    `,
    en: `
      (?:never|won't|will not|don't|do not|does not|nobody)[^.!?\\n]{0,30}(?:ask|request|share|send|reply|give|tell|need)\\w*
    `,
    pt: `
      (?:nunca|jamais|ninguem)[^.!?\\n]{0,40}(?:pedi|pede|solicit)\\w*
      nao (?:te |lhe |o |a |os |as |nos )*(?:pedi|solicit|compartilh|envi|mand|inform|pass|forneca)\\w*
    `,
  },
}
