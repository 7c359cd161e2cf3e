using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.QueryParsing;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>One index opened by us and by Lucene: runs queries in both and wants the same totals, documents, order and scores, bit for bit.</summary>
internal sealed class OracleComparison : IDisposable
{
    private const int Top = 20;

    private readonly string _folder;
    private readonly FileSystemDirectory _directory;
    private readonly IndexSearcher _searcher;

    public OracleComparison(string folder)
    {
        _folder = folder;
        _directory = new FileSystemDirectory(folder);
        Reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(Reader);
    }

    public DirectoryReader Reader { get; }

    public void Dispose() => _directory.Dispose();

    /// <summary>The words of a field, the most frequent first.</summary>
    public string[] Words(string field)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in Reader.Leaves)
        {
            if (leaf.Reader.GetTerms(field)?.GetTermsEnum() is not { } terms) continue;
            while (terms.MoveNext())
            {
                string term = Term.ToText(terms.Term);
                counts[term] = counts.GetValueOrDefault(term) + terms.DocFreq;
            }
        }

        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
    }

    /// <summary>Compares queries, and pruned searches with exhaustive ones.</summary>
    public void Compare(IReadOnlyList<Query> queries) => Compare(Oracle.RunQueries(_folder, queries.Select(query => OracleQuery.Line(query, Top))), queries);

    /// <summary>Compares queries of the classic syntax, analyzed at white space.</summary>
    public void CompareClassic(IReadOnlyList<string> texts, string field)
    {
        var parser = new ClassicQueryParser(field, new WhitespaceAnalyzer());
        Compare(Oracle.RunQueries(_folder, texts.Select(text => OracleQuery.ClassicLine(text, field, "whitespace", Top))), [.. texts.Select(parser.Parse)]);
    }

    private void Compare(IReadOnlyList<OracleResult> expected, IReadOnlyList<Query> queries)
    {
        int hits = 0;
        var different = new List<string>();
        for (int i = 0; i < queries.Count; i++)
        {
            TopDocs actual = _searcher.Search(queries[i], Top);
            hits += actual.ScoreDocs.Count;
            if (actual.TotalHits.Value != expected[i].Total || !actual.ScoreDocs.SequenceEqual(expected[i].Hits.Select(hit => new ScoreDoc(hit.Doc, hit.Score))))
                different.Add($"{queries[i]}\n  ours   {actual.TotalHits} {string.Join(' ', actual.ScoreDocs.Take(5))}\n  Lucene {expected[i].Total} {string.Join(' ', expected[i].Hits.Take(5))}");
            _searcher.Search(queries[i], Top / 2, totalHitsThreshold: 0).ScoreDocs.ShouldBe(actual.ScoreDocs.Take(Top / 2), $"{queries[i]}, pruned");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{queries.Count} queries, {hits} hits, {different.Count} different");
        different.ShouldBeEmpty();
    }
}
