import type { Phrases } from './phrases.ts'

/** Portuguese of Brazil. */
export const PORTUGUESE: Phrases = {
  innocent: `
    (?:nunca|jamais)[^.!?\\n]*
    nao (?:pedimos|pediremos|solicitamos|compartilhe|informe)[^.!?\\n]*
    cup(?:om|ons) fisca(?:l|is)
    desconto em folha
    desconto (?:ja )?(?:negociado|aplicado|concedido|incluido)
    (?:ja |esta |foi )?descontado
    desconto[^.!?\\n]{0,30} (?:foi|ja foi|esta) (?:aplicado|incluido)
    promocao para o cargo
    promocao (?:de cargo|interna)
    oferta da disciplina
    ofertas? de emprego
    vale-(?:troca|transporte|refeicao|alimentacao)
    (?:dose|vacina|servico|tramite|atendimento) e gratuit[oa]
    bonus por nao ter usado
    sem custo adicional
    nao (?:recebera|vai receber) mais[^.!?\\n]*
  `,
  promotion: `
    descontos?
    (?:com |ate |por )?(?:\\d+ ?%) (?:de )?(?:desconto|off|menos|cashback|extra)
    (?:com|de|ate) (?:ate )?\\d+ ?%
    \\d+ ?% off
    bolsas de ate
    ofertas?
    (?:promocao|promocoes|promo)
    liquida(?:cao)?
    (?:black friday|cyber monday|semana do consumidor|dia das ofertas)
    leve \\d e pague \\d
    (?:em dobro|2 por 1|dois por um|pelo preco d[aeo])
    (?:pela|por|so|somente) metade
    metade d(?:o preco|as mensalidades|o valor)
    (?:frete|inscricao|entrega|avaliacao|matricula|consulta|estacionamento|sobremesa)s? (?:gratis|gratuit[oa])
    gratis
    (?:brindes?|sorteios?)
    (?:ganhe|ganha|ganhar|concorra)
    (?:so|somente|apenas) (?:hoje|ate|esta semana|neste|para clientes|amanha)
    por tempo limitado
    ultimas? (?:vagas|unidades|horas|pecas|chances?)
    (?:corre|corra|nao perca|nao fique de fora|aproveit[ea]r?|aproveita|garanta|acaba rapido)
    (?:vem|venha) (?:aproveitar|conhecer|ver|conferir)
    carrinho
    (?:finalize|conclua|termine) (?:agora|sua compra|seu pedido)
    sentimos (?:a )?sua falta
    (?:volte|volta) (?:a comprar|pra|para)
    (?:indique|convide|traga) (?:um|uma|seus) (?:amig|familiar|conhecid)\\w*
    cash ?back
    (?:\\d+|#) ?x sem juros
    sem juros
    a partir de r\\$ ?[\\d.,]+
    condic(?:ao|oes) especia(?:l|is)
    preco(?:s)? (?:especia(?:l|is)|baixos?|imperdive(?:l|is)|de fabrica)
    (?:so|especial|exclusiv[oa]) para voce
    (?:nova|novas|novo|novos) (?:colecao|linha|colecoes|sabores|produtos|loja|cardapio)
    (?:colecao de|lancamentos?|reposicao)
    (?:chegou|chegaram) (?:a|o|as|os|reposicao)\\b
    matriculas? aberta
    matriculas abertas
    (?:vestibular|pos-graduacao)
    (?:pacotes? para|pacotes de viagem|all inclusive)
    (?:ferias em familia|planeje sua viagem)
    (?:baixe|baixa) (?:nosso|o nosso) (?:novo )?app
    (?:troque|resgate) seus pontos
    (?:compre|reserve|agende|contrate|assine|confira|garanta|inscreva-se) (?:ja|agora|hoje|ainda hoje|pelo site|no site|sua avaliacao)
    (?:invista|rendimento de)
    (?:imperdive(?:l|is)|incrive(?:l|is)|irresistive(?:l|is))
    chama a galera
    renovar o guarda-roupa
    sem carencia
    plano odontologico
  `,
  bargain: `
    (?:presentes?|premios?)
    (?:proxima|primeira) compra
    (?:por apenas|por so|por somente|so) r\\$ ?[\\d.,]+
    peca (?:ja|agora|hoje|pelo site|no site)
  `,
  coupon: `
    (?:cupom|cupons)
    codigo promocional
    use o (?:codigo|cupom)
    vale-presente
  `,
  upselling: `
    pre-?(?:aprovad|selecionad|autorizad)[oa]s?
    (?:aumente|aumentar|pode aumentar|aumento de) (?:o |seu |sua |para )?(?:limite|velocidade|#)?
    upgrade
    migr(?:e|a|ar) (?:hoje |agora |ja )?(?:para|pro|pra)
    (?:por|com) (?:apenas|so|somente) r?\\$? ?\\d[^.!?\\n]{0,10} a mais
    r\\$ ?\\d+ a mais
    mais velocidade
    (?:cartao|plano|conta) (?:platinum|black|gold|premium)
    (?:simule|contrate|peca) (?:agora|ja|hoje|o seu|seu)
    (?:adicione|inclua) (?:a |o )?(?:assistencia|seguro|protecao|cobertura)
    antecipe (?:seu|sua|o)
    emprestimo (?:disponivel|esperando|liberado)
    sem compromisso
  `,
  'cold-contact': `
    (?:peguei|pegamos|consegui|conseguimos|obtive|obtivemos|encontrei) (?:o )?seu (?:contato|numero|telefone|perfil)
    (?:gostaria|gostariamos|queria|queremos) (?:de )?(?:apresentar|oferecer|te apresentar)
    (?:podemos|posso) (?:conversar|te ligar|marcar)
    me apresento
    represento a
  `,
  survey: `
    (?:pesquisa|enquete|questionario)
    avali(?:e|a|ar)(?= (?:de|o|a|seu|sua|nosso|com))
    (?:o que|como) (?:achou|avalia|voce achou)
    de [01] a (?:5|10)
    recomendaria
    (?:sua|a sua) opiniao
    queremos ouvir
    deixe sua (?:nota|avaliacao)
  `,
  goodwill: `
    feliz (?:natal|ano novo|aniversario|dia|pascoa)\\w*
    boas festas
    parabens
    (?:te )?desejamos
    que o novo ano
    hoje e o seu dia
  `,
  price: `
    r\\$ ?\\d[\\d.,]*
    \\d[\\d.,]* reais
  `,
  hint: `
    (?:renove|transforme|surpreenda|presenteie|comece|realize|troque|antecipe|cuide|prepare|leve|escolha|aprenda|conquiste|monte|mude)
    (?:precinho|preco|camarada|cabe no (?:seu )?bolso|delicia|qualidade|luxo|marcas?|quentinh[oa]s?|aconchego|conforto|sabor|romantic[oa])
    (?:este|neste|nesse) (?:mes|verao|inverno|natal|feriado|fim de semana)
    (?:ate|so ate|antes de) (?:segunda|terca|quarta|quinta|sexta|sabado|domingo)
    (?:sem (?:taxa|custo|consulta|burocracia|anuidade)|turmas novas|do zero|na hora|merece|imagine|sonha|sonho)
    dia (?:das maes|dos pais|dos namorados|das criancas)
    (?:vem|venha|passe na loja|visite|experimente|conheca|confira|descubra)
    (?:que tal|quer saber|gostaria de)
    (?:aproveite|curta|especial|exclusiv[oa]|favorit[oa]|ideal|perfeit[oa])
    (?:peca|compre)
    (?:boas-vindas)
  `,
  service: `
    (?:estoque|item|em falta|assinatura|portaria|motoboy|instalacao|montagem|oficina|veiculo|pedidos?|compras?|entregas?|encomendas?|pacote|rastreio|correios|troca|devolucao|estorno|nota fiscal|comprovante|reembolso|retirada)
    (?:sessao|doutora?|licenca|consultas?|exames?|resultado|agendamento|agendada|marcada|remarcar|receita|medico|vacinacao|dose)
    (?:voo|onibus|embarque|portao|plataforma|passagem|reserva|check-?in|bagagem)
    (?:pagamentos?|boletos?|faturas?|pix|transferencia|saldo|conta|cartao|compra aprovada|parcelas?|contrato|pendencia|divida|acordo|quitacao|juros|recarga|deposito|limite)
    (?:apolice|sinistro|guincho|chamado|protocolo|solicitacao|seguro)
    (?:reuniao|aula|prova|matricula|semestre|disciplina|creche|vaga|responsavel|cargo|rh|portal do aluno|escola)
    (?:corte|conta em aberto|codigo de barras|risco|sirene|abrigo|evacua\\w+|transito|obras?|interrupcao|energia|manutencao|rede|agua|luz|alerta|defesa civil|tecnico)
    (?:acesso|aparelho|senha|bloqueie|dispositivo|login)
    (?:vence|venceu|vencimento|validade|valido|renovada|ativado|confirmad[oa]|cancelad[oa]|remarcad[oa]|aprovad[oa]|registrad[oa]|preparado|disponivel no)
    (?:cnh|detran|documentos?|prefeitura|receita federal|beneficio|cadastro|chip)
  `,
  occasion: `
    (?:pedido|entrega|chamado|compra|consulta|atendimento|corrida|viagem)(?: d[oa] (?:pedido|chamado))? #
    (?:ontem|hoje de manha|noite passada|fizemos ontem)
  `,
  code: `
    # e o? ?seu codigo
    codigo (?:de (?:acesso|verificacao|seguranca|confirmacao|ativacao))? ?(?:e|:) ?#
    (?:digite|use|insira|informe) o codigo #
    seu (?:token|codigo)[^.!?\\n]{0,25} e #
  `,
  threat: `
    (?:sofra|sofrera|sofrer|arque com|enfrente|enfrentara) as consequencias
    nao havera outra chance
    ultimo aviso
    (?:ultima chance) de pag\\w+
    sabemos onde voce (?:mora|trabalha)
    (?:pague|quite)[^.!?\\n]{0,20} ou (?:seu|sua|sofr|entrar|ser)\\w*
    (?:cadeia|prisao|preso)
    vai se arrepender
    (?:iremos|vamos|ira|irao|enviaremos)[^.!?\\n]{0,30} (?:sua casa|seu trabalho|sua porta)
    bater (?:na|a) sua porta
  `,
  'legal-act': `
    (?:protesto|protestad[oa]|cartorio)
    acao (?:de cobranca|judicial|na justica)
    (?:na|entrar na|pela) justica
    penhora(?: d[eo]s? bens)?
    (?:departamento|setor|assessoria) juridic[oa]
    (?:processo|via|execucao|medidas?|cobranca) (?:judicia(?:l|is)|juridic[oa]s?|legais|legal)
    advogados?
    busca e apreensao
    tribunal
    (?:oficial de justica|mandado|leilao|bloqueio judicial|execucao judicial)
  `,
  'public-shaming': `
    (?:avisar|informar|contar|ligar|falar|comunicar|procurar)(?:emos)?[^.!?\\n]{0,30} (?:chefe|familia(?:res)?|vizinhos|amigos|parentes|empresa|trabalho|empregador)
    (?:publicar|divulgar|expor)(?:emos)?[^.!?\\n]{0,30} (?:nome|foto|divida)
    lista de (?:devedores|caloteiros)
    todos (?:vao|irao) saber
    na frente de (?:todo mundo|todos|seus?|sua)
    (?:seu|seus|sua) (?:chefe|vizinhos|familia|amigos|colegas)[^.!?\\n]{0,30}(?:sab\\w+|conhec\\w+|descobr\\w+)
  `,
  debt: `
    (?:dividas?|debito|pag(?:ue|ar|amento)|atraso|parcelas?|contrato|pendencia|boleto|cobranca|devedor|bens|acordo)
  `,
  'card-request': `
    (?:envi\\w+|mand\\w+|inform\\w+|respond\\w+|compartilh\\w+|dig\\w+|pass\\w+|precisamos)[^.!?\\n]{0,60}(?:numero (?:completo )?do (?:seu )?cartao|cvv|codigo de seguranca|dados do (?:seu )?cartao|foto do (?:seu )?cartao)
  `,
  'identity-request': `
    (?:envi\\w+|mand\\w+|respond\\w+|compartilh\\w+|anex\\w+|pass\\w+|precisamos)[^.!?\\n]{0,40}(?:foto do (?:seu )?(?:rg|cpf|documento|cnh)|(?:seu |numero do )(?:rg|cpf)|copia do (?:rg|cpf|documento)|senha)
  `,
  vague: `
    (?:temos )?(?:uma )?novidade para voce
    informac(?:ao|oes) important\\w+
    para mais informacoes
  `,
  'opt-out': `
    sair
    parar
    pare
    stop
    nao (?:quero|deseja|quiser|receber)[^.!?\\n]{0,20}(?:mais|mensagens)?
    cancelar (?:a )?(?:inscricao|assinatura)
    descadastr\\w+
    nao tenho interesse
  `,
  'forbidden-goods': `
    (?:cachaca|vodca|vodka|uisque|whisky|tequila|cervejas?)
    (?:cigarros?|vapes?|tabaco|charutos?)
    (?:apostas?|cassino|caca-niquel|roleta|bets?)
    (?:armas de fogo|municao|pistolas)
    (?:maconha|cannabis|cbd)
    (?:viagra|anabolizantes)
  `,
}
