using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class TermPositionsTests : IDisposable
{
    private const int MaxDoc = 4000;

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    /// <summary>Positions are those of the file, also where some stand behind the bits of a word, and some documents have the term several times.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public void Read_AnyTerm_KnowsEachPosition(int every)
    {
        string[][] texts = Texts(Seeds.Random(every), every, longEvery: 20);
        TermPositions positions = TermPositions.Read(Postings(texts), MaxDoc).ShouldNotBeNull();

        int[] docs = [.. Enumerable.Range(0, MaxDoc).Where(doc => texts[doc].Contains("w"))];
        (positions.Bits is null).ShouldBe(every > ImpactTiers.MaxDocsPerPosting);
        if (positions.Bits is { } bits) Enumerable.Range(0, MaxDoc).Where(bits.Contains).ShouldBe(docs);
        else positions.Docs.ToArray().ShouldBe(docs);
        for (int i = 0; i < docs.Length; i++)
        {
            string[] text = texts[docs[i]];
            int[] expected = [.. Enumerable.Range(0, text.Length).Where(at => text[at] == "w")];
            PositionsOf(positions, i).ShouldBe(expected);
            Enumerable.Range(0, text.Length + 1).Where(at => positions.Contains(i, at)).ShouldBe(expected);
        }
    }

    [Fact]
    public void Read_ManyLongDocuments_KeepsNothing() => TermPositions.Read(Postings(Texts(Seeds.Random(), every: 1, longEvery: 4)), MaxDoc).ShouldBeNull();

    private static IEnumerable<int> PositionsOf(TermPositions positions, int index)
    {
        for (int at = positions.NextPosition(index, 0); at >= 0; at = positions.NextPosition(index, at + 1)) yield return at;
    }

    // The last places of a word's bits are in use, and the first behind them.
    private static string[][] Texts(Random random, int every, int longEvery) =>
        [.. Enumerable.Range(0, MaxDoc).Select(doc => Enumerable.Range(0, doc % longEvery == 0 ? 70 : 20).Select(at => doc % every == 0 && (at is 62 or 63 || random.Next(5) == 0 || at == 3) ? "w" : "x").ToArray())];

    private PostingsEnum Postings(string[][] texts)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig { MergeAutomatically = false }))
        {
            foreach (string[] text in texts) writer.AddDocument(new Document { new TextField("body", string.Join(' ', text)) });
            writer.Commit();
        }

        TermsEnum terms = DirectoryReader.Open(_directory).Leaves[0].Reader.GetTerms("body")!.GetTermsEnum();
        terms.SeekExact(new Term("body", "w").Bytes).ShouldBeTrue();
        return terms.Postings(PostingsFlags.Positions);
    }
}
