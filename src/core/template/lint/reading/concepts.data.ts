/**
 * Words that speak of the same, in Spanish, Portuguese and English together, for all their countries: folded, that is in
 * lower case and without accents. A star stands for any ending. A word may be in several.
 */
export const CONCEPTS: Readonly<Record<string, string>> = {
  discount: `
    abarat* ahorr* ahorra bajaron barat* bargain* black blowout bonificad* cheap cheaper clearance cyber cyberday
    dcto* deal deals desconto* desct* descuent* discount* dto* economia economic* economiz* ganga* hotsale
    imbatible* liquida liquidacao liquidacion liquidamos liquidan lowest markdown* oferta* oferton* off outlet poupe
    precinho promo* promocional* queima rebaj* rebate* relampago remat* saldao sale sales save saving savings
    slashed
  `,
  free: `
    bonificacion bonito bonus brinde* brindes complimentary cortesia free freebie* gift gifts gratis gratu* gratuit*
    napa obsequi* presente* regal* regalazo regalito sorpresa* yapa
  `,
  price: `
    apr cuotas enganche entrada financi* installment* installments interes* juros mensualidades msi parcelamento
    parcelas precio* preco* price* priced prices pricing sinal tarifa*
  `,
  urgency: `
    acabar acabarse acabe acaben acabou agot* apres* aprovech* apur* corra corran corrase corre correle correndo
    dale desaprovech* ending ends esgot* estoque expire expiren gone hurry imperdibl* imperdivel last lasts limitad*
    limited metele miss perca percam perdas perdertelo pierda pierdan pierdas prisa queda quedan restam restan rush
    selling sells soon ultima ultimas ultimo ultimos urge vuelen
  `,
  buying: `
    adquier* adquira agend* agenda agende aparta apartalo aparte book buy buying choose claim compra comprala
    compralo compralos comprando comprar compras compre compres compro conseguilo consigue consiguel* contrat*
    cotiz* elegi elige encarga* encomend* escoger escolha garanta garantir get grab levar leve lleva llevala llevalo
    llevando llevar llevarte llevate llevatelo lleve obten obtenga order peca pedi pedila pedilo pick pidalo pide
    pidela pidelo pidelos preorder reserva reservalo reservar reservas reserve separa separe shop shopping snag
    stock surte surtete treat
  `,
  discover: `
    acercate animate browse cae caele checa checalas checalo check come confira conhec* conheca conoce conocela
    conocelo conocer conozca date degust* descubr* discover echa echale encontra encontrar encontre encuentra
    encuentre entra entre experiment* explor* inspir* look meet mira mirala miralas miralo miralos mire pasa pasate
    pase passa passe peek probala probalo probar prove prueb* see stop swing taste try ve vea veja vem ven venga
    vengan venha veni venite vente visit visita* visitanos visitenos
  `,
  praise: `
    amazing artesan* awesome bacan* best bestsell* calidad chever* cozy crujient* delicios* delicious especial*
    espectacular* estilo exclusiv* exclusive* fabulos* favorit* favourit* fresc* fresh garantizad* genial* glow
    glowing gourmet handmade hermos* ideal ideales increibl* incrivel* inolvidabl* irresistibl* jugos* linda lindo
    lujo* luxury maravilh* mejor mejores melhor melhores moda original* perfect perfect* premium radiante* rica rico
    ricos sabor* sensacional* special* specials style stylish tendencia* top unica unicas unico unicos wow
  `,
  novelty: `
    abrimos apertura apresentamos arriv* back chegar chegaram chegou colecao colecci* collection debut* drop drops
    estren* estrena inaugur* introducing lanz* latest launch* lineup llega llegan llegaron llego new newest nova
    novas novedad* novidad* novo novos nueva nuevas nuevo nuevos presentamos recien reinaugur* restocked season
    temporada unveil* voltou volvieron volvio vuelve vuelven
  `,
  desire: `
    amas antojo* apetec* apetece aproveite cansad* consient* crave craving deserve* desfrut* disfrut* dream dreaming
    dreams engrie* enjoy fancy feliz ganas gustaria harto imagina imaginas listo love merece* mereces mimo*
    necesitas need pensado pensando pensaste prepara* prepare* quer queres quiere quieres ready sonha sonho sonhos
    sonrie sonrisa sorprend* sorri* suenas sueno suenos surpreend* surprise thinking tired want
  `,
  invite: `
    brunch cata* catas charla* concierto* conferencia* convid* demo event evento* events expo* fair feirao feria*
    festival* fiesta* happy hour house invit* karaoke masterclass noche* openhouse party presale preventa preventas
    quiz rodada seminario* show shows taller* tasting tastings trivia webinar* workshop*
  `,
  raffle: `
    concorr* concorra concurs* gana ganar ganas ganate ganha ganhar ganhe giveaway* participa participe premio*
    premios prize* prizes rifa* rifas sorte* win winning
  `,
  enrol: `
    academia* admision* admission* afili* anotar anotate aprend* aprenda apunta* apuntate asociate associ* beca
    becas bolsas bootcamp* carrera* carreras convi* cupo cupos curso* cursos diplomado* enrol* estude estudi*
    graduacao hazte inscre* inscrib* inscrip* join learn licenciatura* maestria* matricul* mba nivelacion oposicion*
    plazas postul* register registr* scholarship* signup torna* une* unete unirse vacante* vagas vestibular*
  `,
  donate: `
    adopt* adote ajudar ajude apadrin* aport* ayudales ayudanos ayudarnos chip colabor* contribu* doacao doar doe
    dona donan donar donate donating donation done helping hunger padrin* padrinho refugio* refugios socio solidari*
    voluntari*
  `,
  cart: `
    abandoned bag basket bolsa carrinho carrito* carro cart cesta deixou dejaste esqueceu favoritos guardaste left
    mirabas miraste olvidaste sacola viste wishlist
  `,
  comeback: `
    comeback extran* miss missed reactiv* reencontr* reengan* regresa* regreso return saudade* sumida sumido tiempo
    voltar volte volve volver vuelve
  `,
  loyalty: `
    canje* canjea* cashback club dobles fidel* lealtad loyalty member* membership* miles milhas millas monedero
    nivel oro points pontos puntos rewards socio socios triples vip
  `,
  credit: `
    adelanto antecip* anticipe anticipo anualidad anuidade aprobada aprobado aumenta aumentar aumento autorizada
    autorizado avance borrow califica calificas calificaste candidato cash consolid* credit credito* cupo desembols*
    efectivo elegible* eligible emprestimo* garantizada increase limite line linea loan loans preapprov* preaprob*
    preaprov* precalif* preconced* prequal* preselec* prestamo* qualified qualify rate refinanc* tasa taxa
  `,
  upgrade: `
    actualiza add adding adelanta adicion* adicional adicionales agrega agregale agregar agregue amplia amplialo
    ampliar amplie anade anadele anadiendo anadir aproveche black bundle cambiate complement* complete datos
    desbloque* dobr* double duplic* duplica* extra gigas ilimitad* inclua inclui incluir inclus* incluye mega megas
    mejora mejorar mejore migra migrar migre mudar mude pack pasate platino platinum plus potencia potencie premier
    premium pro suba sube subi subir suma sumale sumar sume switch triplic* unlimited unlock upgrade upgrading
  `,
  goods: `
    abrigo* apartament* apartamento* atico batom bici* bike bikes bolsas bolso* boots brinquedo* buzo* cafe cama
    camas camioneta* camisa* camiset* campera* candle* candles celular* celulares cerveza* chamarra* chaqueta*
    chocolate* cocina* coffee colchon* condo* consola* console* cosmetic* depa* departamento* dress* dresses
    electrodomest* flor flores flowers furniture gafas geladeira* heladera* jean* jewelry joia* joya* juguet*
    laptop* lavadora* lavarropa* lentes licuadora* loft lote* lotes maquillaj* mattress* mochila* moto motos moveis
    movel muebl* notebook* oculos perfum* perfume* phone phones piso* planta* plantas polo* polos portatil*
    refrigerador* reloj* remera* ropa roupa* sandalia* sapat* serum shoe* shoes skincare smartphone* sneaker* sofa
    sofa* sofas suv sweater* tablet* tapete* te televis* tenis terreno* toy toys tv tvs vestido* vinhos vino* wine
    zapat*
  `,
  food: `
    alita* almoco almuerzo* arepa* asado* bebida* bolo* breakfast brunch burger* burgers cena* ceviche* chela*
    chelas churrasco* cocktail* coctel* combo* combos degustacion desayuno* dessert* dinner doce* empanada*
    ensalada* feijoada hamb* hamburgues* helado* jantar lanche* latte* lunch menu* papas parrill* pastel* pint*
    pints pisco pitcher* pizza* platter* pollo pollos postre* rodizio sandwich* sobremesa* sorvete* spice sushi
    taco* tacos torta* trago* tragos vermut wings
  `,
  leisure: `
    allinclusive aventur* beach* cabana* caribe christmas crucer* cruise* destino* easter escapad* escapate
    excursion* feriado ferias festivo* finde getaway* halloween invierno montana* natal navidad pacote* pacotes
    pascua* passeio* playa* praia* puente resort* spring summer temporada tour tours turismo vacacion* vacation*
    verano verao viaj* vuela weekend weekends winter
  `,
  beauty: `
    adelgaz* balayage blanqueamiento botox clareamento depilac* emagrec* estetic* facial faciales figura implante*
    keratina laser manicur* masaj* massag* ortodoncia pele peso piel reductor* rejuven* rejuvenec* silueta skin
    smile sonrisa sorriso spa tratamento* tratamiento* unas unhas whitening
  `,
  fitness: `
    academia* crossfit entren* fit fitness fuerte gimnasio* gym* musculacion musculos pilates reto retos spinning
    treinar treino* workout* yoga
  `,
  coupon: `
    bono bonos code codes codigo coupon* cupom cupon* cupons giftcard* promocode vale vales voucher*
  `,
  introduce: `
    agencia agency agente ajudamos asesor asesora asesoro atenderia ayudamos business businesses companies conocid*
    consegui conseguimos consultor* consultoria conversa corredor* directorio directory ejecutiva ejecutivo empresa*
    empresas encontramos encontre help helps instagram interesar interesaria introduce introducing inversionista
    investor linkedin llamada llamo minuto minutos negocio* noticed obtuve pasaron paso perfil presentarme presento
    proposal proposta propuesta pyme* pymes reaching recibirme referencia represento reunion somos sou soy
  `,
  order: `
    articulo* encomenda* item items orden ordenes order orders pedido* producto* produto* purchase purchased
  `,
  shipping: `
    aduana agencia almacen balcao bodega chofer correios correos courier* customs deliver* delivered despach*
    destinatario encomienda* entreg* envio* guia logistic* mensajer* motorizado package* packages paquete*
    paqueteria parcel* pickup postado rastre* recoger recogida remitente repartidor* reparto retirar retiro ship*
    shipment* sucursal track* tracking transportadora transportista* warehouse
  `,
  appointment: `
    agendada agendado analisis appointment* ayunas booking* cirugia* cirurgia* cita citas consulta* consultas
    consultorio doctor* doctora dose dosis dr dra especialista estudio* exame* examen* exames fasting hora horas
    jejum lab labs medicamento* medicina* paciente* patient* prescri* prescription* quirofano receita receta* refill
    remedio* reservacion* reservation* resultado* results sede turno* vacuna*
  `,
  bill: `
    abonar abono* autopay balance* bill billing bills boleta* boleto* cargo* cargos cartola charge* charged cobro*
    conta contas debit* debito* domicili* due extracto* extrato* factura* facturas fatura* invoice* invoices
    mensalidade* mensualidad* overdue pagamento* pago pagos payment* payments pension planilla* prima recibo*
    recibos referencia resumen saldo* statement* vence vencen vencer venceu vencida vencimento* vencimiento* vencio
  `,
  transaction: `
    acredit* acreditado cajero* comprobante* comprovante* confirmation credited debitado debited deposit* depositado
    devolucao devolucion* devuelto estorno* movimiento* operacao operacion* pix reembolso* refund* refunded
    reintegro* retiro* spei transacao transaccion* transfer* transferencia* wire
  `,
  account: `
    acceso account acesso aparelho aplicativo app blocked bloque* card cards cartao cartoes clave claves contrasena*
    cuenta cuentas desbloque* device* dispositivo* login password* portal security seguranca seguridad senha* sesion
    sessao sign tarjeta* tarjetas user usuario
  `,
  case: `
    acordo* acta acuerdo* apolice* application* case cases caso casos cedula* certificado* certificate* chamado*
    claim* claims cnh constancia* contract* contrato* convenio* dni documento* documents expediente* folio* folios
    licencia* license* pasaporte* passport permiso* permit* policy poliza* pqr protocolo* queja* radicado*
    reclamacao reclamacion* reclamo* reporte* requerimiento* request* rut siniestro* sinistro* solicitacao
    solicitud* ticket* tramite*
  `,
  outage: `
    abastecimento* abastecimiento agua averia* caida* corte cortes crews cuadrilla* electric* energia falla fallas
    fuga* gas incidencia* incident* instabil* interrump* interrup* luz maintenance mantenimiento* manutencao network
    obras outage* power red rede restablec* restore* rotura* sector senal sinal suministro* suspend* technician*
    tecnico* water zona
  `,
  status: `
    actualizad* adiad* anulad* aplazad* approved aprobad* aprovad* asignad* assigned atras* atualizad* authorized
    autorizad* available cambiada cambio cancelad* canceled cancelled changed completad* completed concluid*
    confirmad* confirmada confirmamos confirmed declined delay delayed demora* denied disponible* disponivel emitid*
    emitida enviad* facturad* finalizad* issued late liberad* liberado lista listo modific* modificad* moved
    pendente* pendiente* pending postponed procesad* processed programad* ready recebemos received rechazad*
    recibid* recibimos recusad* registered registrad* renewed renovad* reprogramad* rescheduled retrasad* retraso
    scheduled sent shipped updated vigencia vigente*
  `,
  apology: `
    apolog* desculp* disculp* inconvenien* lament* molestias paciencia pena perdon sorry transtorno*
  `,
  alert: `
    alagamento* albergue* alert alerta* boil emergencia* evacu* huracan incendio* inundac* lluvias refugio shelter
    simulacro storm tsunami warning
  `,
  school: `
    acudiente* alumn* apoderado* aula boletin* boletines colegio* docente* escola* escuela* grado grupo nota notas
    padres pais parcial profesor* responsaveis salon school student* tarea* teacher* transcript* turma
  `,
  remind: `
    avisamos aviso comunicamos inform informa informamos lembramos lembre lembrete* notice notific* notificamos
    recordamos recordar recordatorio* recuerda recuerde remind reminder*
  `,
  fieldlike: `
    amount data date fecha importe monto number numero ref reference total valor
  `,
  legal: `
    abogad* actuario* advog* ajuiz* apreensao arrest* attorney* bailiff* cadeia carcel cartorio* cautelar* citacion*
    citatorio* coactiv* costas court courts demand* denunci* desalojo ejecutiv* embarg* enajenar enforcement evict*
    execu* executado fiscalia* forum garnish* inhibicion intimac* jail judgment* judicia* judicial* judicialmente
    juez juicio* juridic* justica juzgado* lanzamiento lawsuit* lawyer* legal legales legalmente letrados levied
    levy lien litig* litigation mandamiento* monitorio pagare* penal penales penhor* prision prison processar
    processo* prosecut* protest* querella* receptor remat* repossess* secuestr* seiz* seizure served solicitor*
    subpoena sue sued suing summons tribunal* warrant*
  `,
  bureau: `
    asnef boletin* boletinar bureau bureaus buro centrales cifin datacredito dicom equifax experian historial
    infocorp negativ* riesgo score sentinel serasa spc sujo transunion veraz
  `,
  third: `
    amigas amigos barrio boss chefe* children codeudor* colegas companer* condominio conocidos conserje* contactos
    contacts contatos coworker* cunad* dad empleador* employer* esposa esposo facebook famil* filhos garante grupo
    grupos hijos husband jefa jefatura jefe* kids laburo mama manager marido mom mujer mum neighbo* office papa
    parent* parentes patrao patron* pega recursos redes references referencias relatives suegr* trabajo vecin*
    vizinh* wife
  `,
  expose: `
    avis* banner caloteir* cartel* contamos contando contar* contarl* deadbeat descobr* difund* divulg* enter*
    enterar* escrach* espalh* estafador* exhib* expon* expose* foto fotos letrero* ligar ligaremos llamar*
    llamaremos marcar* moroso* notify postar postaremos poster* publi* publicar* ratera ring saber sabran saiba*
    sepan sinverguenza tag tell telling tramposo* vergonha verguenza volante*
  `,
  debt: `
    abone adeud* atras* calot* cancele cobr* cobranc* collect* collections consigna* debe deben debes debo debt*
    debtor* deposite deuda* deudor* deve devedor* devem divida* impag* inadimpl* liquida* liquide mora moros*
    obligacion* owe owed owes owing paga pagar pagaras pagare pagas pague pagues past pay paying pays quit* quitar
    regulariz* repaid repay saldar unpaid vencid*
  `,
  menace: `
    advert* advertenc* arrepend* arrepent* arruin* atenerse atenete atenga atengase atente atento brinc* brinque
    candela caro castig* cobrador cobradores coming consecuencia* consequenc* convien* conviene cuidado danar*
    destru* door encuentr* enfrent* esconde* esconder* evite evitese face feia feio gracia hide hundir* joda juego
    juegue jugar know lads lament* localizamos mal muchachos obligue obliguen paciencia pase patience peor peores
    porta puerta regret ruin* sabemos sigue sorry ubicamos ugly ultimatum viene visit visita* visitar* vivo warn
    warned warning wreck*
  `,
  deadline: `
    agora amanha antes deadline hoje hora horas hours hoy imediat* immediately inmediatamente inmediato manana
    medianoche midnight noche now plazo today tomorrow tonight ya
  `,
  ask: `
    adjunt* compart* confirm* contesta conteste cual dig* diga digame diganos dime envi* enviar envie escrib*
    facilit* indica* indique indiquen informe mand* manda mandanos mandar mande necesit* pas* pasame pasanos passe
    precisamos preciso proporcion* provide qual reply requer* respond* responde send share suba text texting what
  `,
  cardnumber: `
    16 anverso caducidad cvc cvv dieciseis digitos digits nip pin reverso validade
  `,
  identity: `
    carnet cedula* cpf curp dni documento* foto fotografia huella id identificacion identity ine licence license
    maiden pasaporte* rg rut selfie social ssn
  `,
  secret: `
    clave claves contrasena* nip passcode password* pin senha* token
  `,
  never: `
    don't dont jamas nadie nao never ninguem no nobody not nunca sem sin without
  `,
  survey: `
    avali* avalie califica* calificanos calificar comentarios conforme cuestionario* encuesta* estrellas evalua*
    experience experiencia* feedback improve indicaria mejorar melhorar opine opiniao opinion* perguntas pesquisa*
    preguntas puntua* puntuanos questionnaire questions rate rating recomend* recomendarias recomiend* recommend
    review* satisfac* satisfech* satisfied stars sugerencia* survey* valora* valoralo
  `,
  greeting: `
    abraco* abrazo* aniversario aniversary bendicion* birthday christmas congrats congratul* cumple cumpleanos desea
    deseamos desean deseja desejamos deseo felices felicidades felicitaciones felicitamos feliz happy holidays merry
    natal navidad parabens pascua prospero wishes wishing
  `,
  vague: `
    algo comunicate contact contactanos contamos contarle contarte cordialmente disposicao disposicion emocion*
    esper* esperabas excit* important importante* news noticia* noticias ordenes reach retorno saludos seleccionad*
    selected something sorpresa
  `,
}
