import type { Tongue } from './tongue.ts'

/**
 * Phrases looked for as they are, one regular expression a line, over folded text: lower case, no accents, `ñ` is `n`.
 * They begin and end at word boundaries.
 */
export const PHRASES: Readonly<
  Record<'opt-out' | 'forbidden-goods' | 'never-asked', Readonly<Record<Tongue, string>>>
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
