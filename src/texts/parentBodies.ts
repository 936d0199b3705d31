// Bodies with many branches, as data: members of two branches may know each other. Unions stand in unions.ts.
// A body ends at ";", its names at ",". A name behind "~" also means other things ("Lutheran Hospital"): it counts only
// at the end of a name or before a word of BRANCH_WORDS.

export const DENOMINATIONS =
  'umc,fumc,~methodist;ucc;ame;uu,~unitarian;lds;fbc,~baptist;~lutheran;~episcopal;~presbyterian;~mennonite;~catholic;' +
  '~quaker,friends meeting,friends church,society of friends;church of the brethren;church of the nazarene';

export const NATIONAL_GROUPS =
  'naacp;lwv;dsa;pnhp;aclu;jwj;surj;ppc;lulac;cair;vfw;blm;jacl;afsc;ymca;ywca;lcsp;wfp;pta;indivisible;our revolution;' +
  'sunrise movement;peoples action;veterans for peace;rotary club,~rotary;lions club;kiwanis;elks lodge;sierra club;' +
  'pflag;aarp;aauw,american association of university women;now,national organization for women;american legion;' +
  'knights of columbus;psr,physicians for social responsibility;jvp,jewish voice for peace;urban league;gray panthers;' +
  'alliance for retired americans;moms demand action;planned parenthood;habitat for humanity;food not bombs;' +
  'democrats;republicans;green party;grange';

/** After one of these a name with "~" is the body's. */
export const BRANCH_WORDS =
  'archdiocese assembly branch cathedral chapel chapter church club conference congregation diocese fellowship meeting ' +
  'ministry mission presbytery synod temple';

/** Before and after the name of a body they make another body of it: Free Methodists, AME Zion. */
export const OTHER_BODY_BEFORE = 'cumberland free freewill methodist primitive reformed will';
export const OTHER_BODY_AFTER = 'zion';

/** Beside the name of a town they make another place of it: Port Ellery, Alder County, Larkhaven Heights. */
export const OTHER_PLACE_BEFORE =
  'east el fort lake las los lower mount mt new north port saint san santa south st upper west';
export const OTHER_PLACE_AFTER = 'avenue beach county falls heights hills junction park road springs street';
