Console.WriteLine("searchnews");
