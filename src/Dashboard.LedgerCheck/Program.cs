Console.Error.WriteLine("usage: ledger-check journal FILE");
return 2;
