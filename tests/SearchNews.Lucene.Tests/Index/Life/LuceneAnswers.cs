using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>Asks Lucene and us the same.</summary>
internal static class LuceneAnswers
{
    /// <summary>Same totals, documents and scores, bit by bit, for the terms a model names.</summary>
    public static void ShouldBeOurs(string folder, DirectoryReader reader, IReadOnlyList<LifeDocument> documents)
    {
        var searcher = new IndexSearcher(reader);
        Query[] queries = [new MatchAllDocsQuery(), .. LifeModel.Terms(documents).Select(t => new TermQuery(new Term(t.Field, t.Term)))];
        IReadOnlyList<OracleResult> results = Oracle.RunQueries(folder, queries.Select(q => OracleQuery.Line(q, top: 1000)));
        for (int i = 0; i < queries.Length; i++)
        {
            TopDocs ours = searcher.Search(queries[i], 1000);
            ours.TotalHits.Value.ShouldBe(results[i].Total, $"{queries[i]}");
            ours.ScoreDocs.Select(d => (d.Doc, d.Score)).ShouldBe(results[i].Hits.Select(h => (h.Doc, h.Score)), $"{queries[i]}");
        }
    }
}
