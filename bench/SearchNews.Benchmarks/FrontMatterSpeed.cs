using System.Diagnostics;
using System.Globalization;
using SearchNews.Articles;
using SearchNews.Articles.Folders;

namespace SearchNews.Benchmarks;

/// <summary>What front matter costs with the plain reader and with YamlDotNet, on one thread, of files that are in memory: both in turns, cleaning and checks among it, hashing not.</summary>
internal static class FrontMatterSpeed
{
    private const int MostFiles = 5_000;
    private const int Rounds = 5;

    public static void Print(string folder)
    {
        ArticleFileContent[] files = [.. new ArticleFolder(folder).Scan().Entries.Take(MostFiles).Select(e => ArticleFile.Load(e))];
        double kilobytes = files.Average(f => f.Bytes.Length) / 1024;
        (ArticleReader plain, ArticleReader yaml) = (new ArticleReader(), new ArticleReader { TriesPlain = false });

        // Warm, and compiled for good, before anything counts.
        for (int i = 0; i < 2; i++) (_, _) = (Time(plain, files), Time(yaml, files));
        Thread.Sleep(500);
        for (int i = 0; i < 2; i++) (_, _) = (Time(plain, files), Time(yaml, files));
        var ratios = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            double one = Time(plain, files);
            double other = Time(yaml, files);
            ratios.Add(other / one);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Length} files of {kilobytes:0.0} KiB: plain {one:0.0} µs, YamlDotNet {other:0.0} µs a file, ratio {other / one:0.0}"));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios[Rounds / 2]:0.0}"));
    }

    private static double Time(ArticleReader reader, ArticleFileContent[] files)
    {
        long started = Stopwatch.GetTimestamp();
        foreach (ArticleFileContent file in files) _ = reader.Read(file);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / files.Length;
    }
}
