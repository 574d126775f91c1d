import fc from 'fast-check';

/** A mutant is tried by the thousand: a property may take this long with each, in ms. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 80 });
