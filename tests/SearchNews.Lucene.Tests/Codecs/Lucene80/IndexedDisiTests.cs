using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

public sealed class IndexedDisiTests
{
    private const int Rounds = 12;

    [Fact]
    public void Write_TwoDocuments_GivesTheBytesOfTheFormat()
    {
        var output = new MemoryOutput();
        int jumps = IndexedDisiWriter.Write(new ListedDocs([3, 0x10]), output);
        jumps.ShouldBe(0);
        Convert.ToHexStringLower(output.WrittenSpan).ShouldBe("0000" + "0001" + "00030010" + "7fff0000ffff");
    }

    [Fact]
    public void Write_BlocksWithAGap_GivesJumpsToTheNextBlock()
    {
        var output = new MemoryOutput();
        int jumps = IndexedDisiWriter.Write(new ListedDocs([5, (2 << 16) + 1]), output);
        jumps.ShouldBe(4);
        Convert.ToHexStringLower(output.WrittenSpan).ShouldBe(
            "0000" + "0000" + "0005" + "0002" + "0000" + "0001" + "7fff0000ffff"
            + "00000000" + "00000000" + "00000001" + "00000006" + "00000001" + "00000006" + "00000002" + "0000000c");
    }

    [Fact]
    public void NextDoc_AnySet_GivesEveryDocumentAndItsIndex()
    {
        for (int round = 0; round < Rounds; round++)
        {
            (int[] docs, IndexedDisi set) = Draw(round, out _);
            set.Count.ShouldBe(docs.Length);
            var cursor = new IndexedDisiCursor().Set(set);
            cursor.DocId.ShouldBe(-1);
            for (int i = 0; i < docs.Length; i++)
            {
                if (cursor.NextDoc() != docs[i] || cursor.Index != i) Assert.Fail($"round {round}: document {docs[i]}, {i}, came as {cursor.DocId}, {cursor.Index}");
            }

            cursor.NextDoc().ShouldBe(DocIdSetIterator.NoMoreDocs);
        }
    }

    [Fact]
    public void Advance_AnySet_IsTheSameAsSearching()
    {
        for (int round = 0; round < Rounds; round++)
        {
            (int[] docs, IndexedDisi set) = Draw(round, out int maxDoc);
            Random random = Seeds.Random(round);
            foreach (int step in new[] { 3, 100, 5000, 70_000 })
            {
                var cursor = new IndexedDisiCursor().Set(set);
                for (int target = random.Next(step); target < maxDoc + step && cursor.DocId != DocIdSetIterator.NoMoreDocs; target = cursor.DocId + 1 + random.Next(step))
                {
                    int place = PlaceOf(docs, target);
                    int expected = place == docs.Length ? DocIdSetIterator.NoMoreDocs : docs[place];
                    if (cursor.Advance(target) != expected) Assert.Fail($"round {round}: Advance({target}) gave {cursor.DocId}, expected {expected}");
                    if (place == docs.Length) break;
                    if (cursor.Index != place) Assert.Fail($"round {round}: index of {expected} is {cursor.Index}, expected {place}");
                }
            }
        }
    }

    [Fact]
    public void AdvanceExact_AnySet_IsTheSameAsSearching()
    {
        for (int round = 0; round < Rounds; round++)
        {
            (int[] docs, IndexedDisi set) = Draw(round, out int maxDoc);
            Random random = Seeds.Random(round);
            foreach (int step in new[] { 2, 100, 20_000 })
            {
                var cursor = new IndexedDisiCursor().Set(set);
                for (int target = random.Next(step); target < maxDoc; target += random.Next(step))
                {
                    int place = Array.BinarySearch(docs, target);
                    bool found = cursor.AdvanceExact(target);
                    if (found != place >= 0 || (found && cursor.Index != place)) Assert.Fail($"round {round}: AdvanceExact({target}) gave {found} and {cursor.Index}, expected {place}");
                    if (random.Next(3) > 0) continue;
                    int next = PlaceOf(docs, target + 1);
                    int expected = next == docs.Length ? DocIdSetIterator.NoMoreDocs : docs[next];
                    if (cursor.NextDoc() != expected || (next < docs.Length && cursor.Index != next)) Assert.Fail($"round {round}: NextDoc after {target} gave {cursor.DocId}, expected {expected}");
                    if (next == docs.Length) break;
                    target = expected;
                }
            }
        }
    }

    [Fact]
    public void Read_DamagedSet_IsReportedOrWalkable()
    {
        Random random = Seeds.Random();
        int[] docs = [.. Some.SortedDocs(random, 65_536, 50), .. Some.SortedDocs(random, 65_536, 4200).Select(d => d + (2 << 16)), .. Enumerable.Range(3 << 16, 65_536)];
        var output = new MemoryOutput();
        int jumps = IndexedDisiWriter.Write(new ListedDocs(docs), output);
        byte[] sound = output.ToArray();
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. sound];
            int at = random.Next(3) == 0 ? random.Next(200) : random.Next(damaged.Length);
            damaged[at] ^= (byte)(1 + random.Next(255));
            try
            {
                var set = IndexedDisi.Read(new IndexInput("set", damaged), jumps, 4 << 16);
                var cursor = new IndexedDisiCursor().Set(set);
                int count = 0;
                while (cursor.NextDoc() != DocIdSetIterator.NoMoreDocs)
                {
                    if (cursor.Index != count++ || cursor.DocId >= 4 << 16) Assert.Fail($"document {cursor.DocId} is number {cursor.Index}");
                }

                count.ShouldBe(set.Count);
            }
            catch (CorruptIndexException e)
            {
                e.FileName.ShouldBe("set");
            }
        }
    }

    [Theory]
    [InlineData(0x10000)]
    [InlineData(0x10001)]
    public void Read_DocumentAtOrAboveMaxDoc_IsCorrupt(int maxDoc)
    {
        var output = new MemoryOutput();
        int jumps = IndexedDisiWriter.Write(new ListedDocs([0, 0x10001]), output);
        Should.Throw<CorruptIndexException>(() => IndexedDisi.Read(new IndexInput("set", output.ToArray()), jumps, maxDoc));
        IndexedDisi.Read(new IndexInput("set", output.ToArray()), jumps, 0x10002).Count.ShouldBe(2);
    }

    private static (int[] Docs, IndexedDisi Set) Draw(int round, out int maxDoc)
    {
        Random random = Seeds.Random(round);
        maxDoc = random.Next(1, 300_000);
        int[] docs = SomeDocs.InBlocks(random, maxDoc);
        if (docs.Length == 0) docs = [maxDoc - 1];
        var output = new MemoryOutput();
        int jumps = IndexedDisiWriter.Write(new ListedDocs(docs), output);
        return (docs, IndexedDisi.Read(new IndexInput("set", output.ToArray()), jumps, maxDoc));
    }

    private static int PlaceOf(int[] docs, int target)
    {
        int place = Array.BinarySearch(docs, target);
        return place < 0 ? ~place : place;
    }
}
