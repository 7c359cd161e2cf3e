using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>What an index must hold: the naive truth that readers are compared with.</summary>
internal sealed class LifeModel
{
    private LifeDocument[] _committed = [];

    /// <summary>With what is not committed.</summary>
    public List<LifeDocument> Documents { get; } = [];

    public void Update(string field, string term, LifeDocument document)
    {
        Delete(field, term);
        Documents.Add(document);
    }

    public void Delete(string field, string term) => Documents.RemoveAll(d => d.Has(field, term));

    public void Commit() => _committed = [.. Documents];

    public void Rollback()
    {
        Documents.Clear();
        Documents.AddRange(_committed);
    }

    /// <summary>Compares everything a reader can say.</summary>
    public void ShouldBe(DirectoryReader reader, string when) => ShouldBe(reader, Documents, when);

    /// <summary>Compares with the last commit.</summary>
    public void CommittedShouldBe(DirectoryReader reader, string when) => ShouldBe(reader, _committed, when);

    private static void ShouldBe(DirectoryReader reader, IReadOnlyList<LifeDocument> expected, string when)
    {
        reader.NumDocs.ShouldBe(expected.Count, when);
        List<LifeDocument> found = Read(reader);
        found.OrderBy(d => d.Number).ShouldBe(expected.OrderBy(d => d.Number), when);
        var searcher = new IndexSearcher(reader);
        searcher.Count(new MatchAllDocsQuery()).ShouldBe(expected.Count, when);
        foreach ((string field, string term) in Terms(expected))
        {
            var query = new TermQuery(new Term(field, term));
            int count = expected.Count(d => d.Has(field, term));
            searcher.Count(query).ShouldBe(count, $"{when}, {query}");
            TopDocs top = searcher.Search(query, Math.Max(1, expected.Count));
            top.ScoreDocs.Select(d => found.Find(f => f.Number == NumberOf(reader, d.Doc))!).ShouldAllBe(d => d.Has(field, term));
            top.ScoreDocs.Select(d => d.Doc).Distinct().Count().ShouldBe(count, when);
        }
    }

    /// <summary>Terms worth asking for: all words, some ids, and such as nobody has.</summary>
    public static IEnumerable<(string Field, string Term)> Terms(IReadOnlyList<LifeDocument> documents) =>
        Enumerable.Range(0, 13).Select(i => ("words", $"w{i}")).Concat(documents.Where((_, i) => i % 7 == 0).Select(d => ("id", d.Id))).Append(("id", "nobody"));

    private static List<LifeDocument> Read(DirectoryReader reader)
    {
        List<LifeDocument> found = [];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            // A document's number tells it from others of the same id; its first word is also a sorted doc value.
            SortedDocValues? first = leaf.Reader.GetSortedDocValues("first");
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (!(leaf.Reader.LiveDocs?[doc] ?? true)) continue;
                var visitor = new StoredText();
                leaf.Reader.VisitDocument(doc, visitor);
                found.Add(new LifeDocument(visitor.Values["id"], NumberOf(leaf.Reader, doc), visitor.Values["words"]));
                first!.AdvanceExact(doc).ShouldBeTrue();
                Term.ToText(first.LookupOrd(first.OrdValue)).ShouldBe(visitor.Values["words"].Split(' ')[0]);
            }
        }

        return found;
    }

    private static long NumberOf(DirectoryReader reader, int doc)
    {
        LeafReaderContext leaf = reader.LeafOf(doc);
        return NumberOf(leaf.Reader, doc - leaf.DocBase);
    }

    private static long NumberOf(LeafReader leaf, int doc)
    {
        NumericDocValues numbers = leaf.GetNumericDocValues("number")!;
        numbers.AdvanceExact(doc).ShouldBeTrue();
        return numbers.LongValue;
    }
}
