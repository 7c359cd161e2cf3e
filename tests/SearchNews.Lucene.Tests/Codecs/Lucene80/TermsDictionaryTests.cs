using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

public sealed class TermsDictionaryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void LookupOrd_AnyOrder_GivesTheTerm(int size)
    {
        Random random = Seeds.Random(size);
        byte[][] terms = SomeDocs.Terms(random, size);
        TermsDictionary dictionary = Open(terms);
        dictionary.Size.ShouldBe(size);
        dictionary.MaxLength.ShouldBe(terms.Select(t => t.Length).DefaultIfEmpty().Max());
        var cursor = new TermsDictionaryCursor(dictionary);
        int[] ords = [.. Enumerable.Range(0, size), .. Enumerable.Range(0, size).Select(_ => random.Next(size))];
        foreach (int ord in ords) cursor.LookupOrd(ord).SequenceEqual(terms[ord]).ShouldBeTrue($"term {ord}");
        Should.Throw<ArgumentOutOfRangeException>(() => cursor.LookupOrd(size).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => cursor.LookupOrd(-1).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void LookupTerm_PresentOrAbsent_IsTheSameAsBinarySearch(int size)
    {
        Random random = Seeds.Random(size);
        byte[][] terms = SomeDocs.Terms(random, size);
        var cursor = new TermsDictionaryCursor(Open(terms));
        var order = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
        byte[][] wanted = [[], [0], [255, 255, 255], .. terms, .. terms.Select(t => (byte[])[.. t, 0]), .. SomeDocs.Terms(random, 500), .. terms.Where(t => t.Length > 0).Select(t => t[..^1])];
        foreach (byte[] term in wanted) cursor.LookupTerm(term).ShouldBe(Array.BinarySearch(terms, term, order), Convert.ToHexString(term));
    }

    [Fact]
    public void Write_TermsOutOfOrder_Throws()
    {
        Should.Throw<InvalidOperationException>(() => Open(["b"u8.ToArray(), "a"u8.ToArray()]));
        Should.Throw<InvalidOperationException>(() => Open(["a"u8.ToArray(), "a"u8.ToArray()]));
    }

    [Fact]
    public void Write_FewTerms_GivesTheBytesOfTheFormat()
    {
        MemoryOutput meta = new();
        MemoryOutput data = new();
        byte[][] terms = ["ab"u8.ToArray(), "abcdefghijklmnopq"u8.ToArray(), "abcdefghijklmnoqabcdefghijklmnopq"u8.ToArray()];
        new TermsDictionaryWriter(meta, data).Write(3, ord => terms[ord]);
        Convert.ToHexStringLower(data.WrittenSpan).ShouldBe(
            "02" + "6162"
            + "e2" + "636465666768696a6b6c6d6e6f7071"                                 // shares 2, adds 15
            + "ff" + "00" + "02" + "716162636465666768696a6b6c6d6e6f7071");           // shares 15, adds 18
    }

    private static TermsDictionary Open(byte[][] terms)
    {
        MemoryOutput meta = new();
        MemoryOutput data = new();
        new TermsDictionaryWriter(meta, data).Write(terms.Length, ord => terms[ord]);
        IndexInput input = new("meta", meta.ToArray());
        var dictionary = TermsDictionary.Read(input, new IndexInput("data", data.ToArray()));
        input.Remaining.ShouldBe(0);
        return dictionary;
    }
}
