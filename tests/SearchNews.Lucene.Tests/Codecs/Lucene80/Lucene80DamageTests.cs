using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

/// <summary>Damaged doc values are reported with file and place, or read: no crash, no hang, nothing untyped.</summary>
public sealed class Lucene80DamageTests
{
    private const int MaxDoc = 50;
    private static readonly FieldInfos Fields = new(
    [
        Field(0, DocValuesType.Numeric), Field(1, DocValuesType.Numeric), Field(2, DocValuesType.Numeric), Field(3, DocValuesType.SortedNumeric),
        Field(4, DocValuesType.Binary), Field(5, DocValuesType.Sorted), Field(6, DocValuesType.SortedSet), Field(7, DocValuesType.SortedSet),
    ]);

    [Fact]
    public void Open_TruncatedFile_IsReported()
    {
        MemoryDirectory sound = Sample();
        foreach (string file in sound.ListAll())
        {
            foreach (byte[] cut in Damage.Truncations(Damage.BytesOf(sound, file)))
                Should.Throw<CorruptIndexException>(() => ReadAll(Damage.Replace(sound, file, cut))).FileName.ShouldBe(file);
        }
    }

    [Theory]
    [InlineData("_0.dvm")]
    [InlineData("_0.dvd")]
    public void Read_ChangedByteBehindAGoodChecksum_IsReportedOrRead(string file)
    {
        MemoryDirectory sound = Sample();
        Random random = Seeds.Random();
        int reported = 0;
        foreach (byte[] flipped in Damage.SealedFlips(random, Damage.BytesOf(sound, file)))
        {
            if (random.Next(3) > 0) continue;
            try
            {
                ReadAll(Damage.Replace(sound, file, flipped));
            }
            catch (Exception e) when (e is CorruptIndexException or IndexFormatTooNewException or IndexFormatTooOldException)
            {
                e.Message.ShouldContain("_0.dv");
                reported++;
            }
        }

        reported.ShouldBeGreaterThan(100);
    }

    private static FieldInfo Field(int number, DocValuesType type) => new() { Name = $"f{number}", Number = number, DocValuesType = type };

    private static MemoryDirectory Sample()
    {
        Random random = new(5);
        MemoryDirectory directory = new();
        int[] all = [.. Enumerable.Range(0, MaxDoc)];
        int[] some = Some.SortedDocs(random, MaxDoc, 20);
        byte[][] terms = SomeDocs.Terms(random, 18);
        using var writer = new Lucene80DocValuesWriter(new SegmentWriteState(directory, Segment(), Fields));
        writer.AddNumericField(Fields.Find(0)!, () => new ListedNumbers(all, [.. all.Select(d => d * 1000L)]));
        writer.AddNumericField(Fields.Find(1)!, () => new ListedNumbers(some, [.. some.Select(d => d % 3 == 0 ? long.MinValue : d % 3)]));
        writer.AddNumericField(Fields.Find(2)!, () => new ListedNumbers(some, [.. some.Select(_ => 5L)]));
        writer.AddSortedNumericField(Fields.Find(3)!, () => new ListedNumberLists(some, [.. some.Select(d => (long[])[d, d * 3])]));
        writer.AddBinaryField(Fields.Find(4)!, () => new ListedBytes(all, [.. all.Select(d => Some.Bytes(new Random(d), d % 7))]));
        writer.AddSortedField(Fields.Find(5)!, () => new ListedOrds(all, [.. all.Select(d => d % terms.Length)], terms));
        writer.AddSortedSetField(Fields.Find(6)!, () => new ListedOrdSets(some, [.. some.Select((_, i) => (long[])[i % 17, 17])], terms));
        writer.AddSortedSetField(Fields.Find(7)!, () => new ListedOrdSets(all, [.. all.Select(_ => (long[])[0])], terms[..1]));
        writer.Finish();
        return directory;
    }

    private static SegmentInfo Segment() => new() { Name = "_0", Id = new byte[16], MaxDoc = MaxDoc };

    private static void ReadAll(MemoryDirectory directory)
    {
        var state = new SegmentReadState(directory, Segment(), Fields);
        DocValuesText.OfDocValues(state);
        var reader = new Lucene80DocValuesReader(state);
        foreach (FieldInfo field in Fields)
        {
            if (reader.GetSorted(field) is { } sorted) sorted.LookupTerm("m"u8);
            if (reader.GetSortedSet(field) is { } sets) sets.LookupTerm("m"u8);
            DocValuesIterator? values = (DocValuesIterator?)reader.GetNumeric(field) ?? (DocValuesIterator?)reader.GetBinary(field) ?? reader.GetSortedNumeric(field);
            for (int doc = 0; doc < MaxDoc && values is not null; doc += 7) values.AdvanceExact(doc);
        }
    }
}
