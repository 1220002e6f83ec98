/** What people are called instead, each line one name in all its forms. */
const FORMS = `
  abigail abi abby gail / adam ad addy / alexander alexandra alex sandy xander lex sasha / alfred alfie fred /
  amelia millie mel amy / andrew andrea andy drew / anthony tony ant / benjamin ben benji benny / bethany beth /
  bradley brad / cameron cam / catherine katherine kathryn kate katie kathy cathy kat kitty / charles charlotte charlie
  lottie chas chaz / christopher christine christina chris kit tina chrissie / daniel danielle dan danny dani /
  david dave davy davey / dominic dom nic / edward eddie ed ned ted teddy / eleanor ellie nell nora / elizabeth eliza liz
  lizzie beth betty libby elsie lisa / emily em emmie / frederick freddie fred / gabriel gabriella gabrielle gabe gabby
  ella / george georgina georgia georgie gina / grace gracie / gregory greg / harrison harold harry / henry harry hal /
  isaac zac ike / isabella isabelle isabel izzy bella belle / jacob jake / james jim jimmy jamie jem / jasmine jas jazz /
  jennifer jen jenny / jessica jess jessie / john jonathan jon johnny jack / joseph josephine joe joey jo josie /
  joshua josh / katelyn kate / leonard leo len lenny / lewis louis lou louie / lucas luke / madeleine maddie maddy /
  margaret maggie meg peggy / matthew matt matty / maximilian maxwell max / megan meg / michael mike mick mickey micky /
  mohammed muhammad mohamed mohammad mo / natalie nat / nathan nathaniel nat nate / nicholas nicola nick nicky nic /
  oliver olivia ollie olly liv livvy / oscar ozzy / patrick patricia pat paddy trish / peter pete / philip phil pip /
  rebecca becky becca bex / reginald reggie reg / richard rich richie rick ricky dick / robert rob robbie bob bobby bert /
  ronald ronnie ron / samuel samantha sam sammy / sebastian seb bas / sophia sophie soph / stephen steven stephanie steve
  stevie steph / tabitha tabby / thaddeus tad / theodore theo ted teddy / thomas tom tommy / timothy tim timmy /
  tobias toby / victoria vicky tori / vincent vince vinnie / william will bill billy willy liam / zachary zach zac zak`;

const BY_NAME = formsByName();

/** Other forms of a given name, folded as it is. */
export function shortNamesOf(name: string): readonly string[] {
  return [...(BY_NAME.get(name) ?? [])];
}

function formsByName(): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, Set<string>>();
  for (const forms of FORMS.split('/').map((line) => line.trim().split(/\s+/)))
    for (const name of forms)
      byName.set(name, new Set([...(byName.get(name) ?? []), ...forms.filter((form) => form !== name)]));
  return byName;
}
