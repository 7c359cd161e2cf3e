using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Features;
using SearchNews.Lucene.Search.QueryParsing;

namespace SearchNews.Benchmarks.Harness;

/// <summary>Makes queries of a category, the same as the program for Apache Lucene does: classic syntax over the excerpt unless the category says otherwise.</summary>
internal sealed class HarnessQueries
{
    private const string Title = "title";
    private const string Excerpt = "excerpt";

    private readonly Analyzer _analyzer = new EnglishAnalyzer();
    private readonly MoreLikeThis _likeness;

    public HarnessQueries(IndexReader reader) => _likeness = new MoreLikeThis(reader, _analyzer) { MinTermFreq = 1, MinDocFreq = 2, MaxQueryTerms = 25 };

    /// <summary>The texts of a file by category; a line has a category and a text.</summary>
    public static IEnumerable<IGrouping<string, string>> Read(string file) =>
        File.ReadLines(file).Select(line => line.Split('\t')).GroupBy(columns => columns[0], columns => columns[1], StringComparer.Ordinal);

    /// <summary>The query of a text.</summary>
    public Query Parse(string category, string text) => category switch
    {
        "Mlt" => _likeness.Like(Excerpt, text),
        "Rank" => Rank(text),
        "News" => News(text),
        _ => Classic(Excerpt, text),
    };

    /// <summary>News, raised by quality and heat.</summary>
    private Query Rank(string text) => new BooleanQuery.Builder()
        .Add(News(text), Occur.Must)
        .Add(FeatureQuery.Saturation(HarnessDocument.Features, "quality", 1f, 60f), Occur.Should)
        .Add(FeatureQuery.Saturation(HarnessDocument.Features, "heat", 1f, 80f), Occur.Should)
        .Build();

    /// <summary>Every word should match in the title, counted twice, or in the excerpt.</summary>
    private Query News(string text)
    {
        var query = new BooleanQuery.Builder();
        foreach (string word in text.Split(' '))
        {
            Query excerpt = Classic(Excerpt, word);
            if (excerpt is not TermQuery) continue;
            query.Add(new BoostQuery(Classic(Title, word), 2f), Occur.Should);
            query.Add(excerpt, Occur.Should);
        }

        return query.Build();
    }

    private Query Classic(string field, string text) => new ClassicQueryParser(field, _analyzer).Parse(text);
}
