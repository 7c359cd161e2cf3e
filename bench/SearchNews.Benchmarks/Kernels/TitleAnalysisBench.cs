using BenchmarkDotNet.Attributes;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.News;
using SearchNews.Lucene.Analysis.Standard;

namespace SearchNews.Benchmarks.Kernels;

/// <summary>Analyses 1,000 made titles to terms; times are those of one title.</summary>
public class TitleAnalysisBench
{
    private const int Titles = 1000;

    private readonly string[] _titles = MadeTitles.Draw(seed: 1, Titles);
    private readonly NewsAnalyzer _analyzer = new();
    private readonly StandardTokenizer _words = new(new ListedNamesCharFilter(ListedNames.Default));
    private readonly TokenStream _filters;

    /// <summary>Makes the plain chain.</summary>
    public TitleAnalysisBench() => _filters = NewsAnalyzer.Filters(_words);

    /// <summary>All filters on each word.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Titles)]
    public int Plain()
    {
        int letters = 0;
        foreach (string title in _titles)
        {
            _words.SetText(title.AsMemory());
            _filters.Reset();
            letters += Read(_filters);
        }

        return letters;
    }

    /// <summary>What the filters make of a word is remembered.</summary>
    [Benchmark(OperationsPerInvoke = Titles)]
    public int Remembered()
    {
        int letters = 0;
        foreach (string title in _titles) letters += Read(_analyzer.GetTokenStream(title));
        return letters;
    }

    private static int Read(TokenStream stream)
    {
        int letters = 0;
        while (stream.IncrementToken()) letters += stream.Token.Length;
        return letters;
    }
}
