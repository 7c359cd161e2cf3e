using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>Damaged term dictionaries end in typed errors that name the file, never in a crash, a hang or an untyped exception.</summary>
public sealed class BlockTreeDamageTests
{
    public static TheoryData<string> Files => ["_0_Lucene84_0.tim", "_0_Lucene84_0.tip", "_0_Lucene84_0.tmd"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_Truncated_IsCorrupt(string file)
    {
        using MemoryDirectory sound = Write(out TestDictionary dictionary);
        foreach (byte[] bytes in Damage.Truncations(Damage.BytesOf(sound, file)))
        {
            using MemoryDirectory damaged = Damage.Replace(sound, file, bytes);
            Should.Throw<CorruptIndexException>(() => dictionary.Open(damaged)).FileName.ShouldBe(file);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_OneByteChanged_IsCorrupt(string file)
    {
        using MemoryDirectory sound = Write(out TestDictionary dictionary);
        foreach (byte[] bytes in Damage.Flips(Seeds.Random(), Damage.BytesOf(sound, file)))
        {
            using MemoryDirectory damaged = Damage.Replace(sound, file, bytes);
            Should.Throw<CorruptIndexException>(() => dictionary.Open(damaged)).FileName.ShouldBe(file);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Use_OneByteChangedUnderARightChecksum_GivesOnlyTypedErrors(string file)
    {
        using MemoryDirectory sound = Write(out TestDictionary dictionary);
        List<TermLine> lines = dictionary.Lines("f");
        foreach (byte[] bytes in Damage.SealedFlips(Seeds.Random(), Damage.BytesOf(sound, file)))
        {
            using MemoryDirectory damaged = Damage.Replace(sound, file, bytes);
            DamagedUse.Guard(() =>
            {
                Terms? terms = dictionary.Open(damaged).GetTerms("f");
                if (terms == null) return;
                DamagedUse.Guard(() => DamagedUse.Walk(terms, int.MaxValue));
                DamagedUse.Guard(() => DamagedUse.Intersect(terms));
                for (int i = 0; i < lines.Count; i += 12) DamagedUse.Guard(() => DamagedUse.Seek(terms, lines[i].Term));
            });
        }
    }

    /// <summary>A little of everything: floor blocks, blocks of sub-blocks only, deep prefixes, the empty term.</summary>
    private static MemoryDirectory Write(out TestDictionary dictionary)
    {
        Random random = Seeds.Random();
        List<byte[]> terms = [[]];
        for (int i = 0; i < 55; i++) terms.Add([(byte)(i * 3)]);
        for (int i = 0; i < 30; i++) terms.Add([200, 7, (byte)i]);
        for (int i = 0; i < 26; i++) terms.Add([200, 8, 9, 9, 9, (byte)i, 1]);
        dictionary = new TestDictionary(maxDoc: 300)
            .Add("f", IndexOptions.DocsAndFreqs, TermSets.WithDocs(terms, random, 300))
            .Add("g", IndexOptions.Docs, TermSets.WithDocs([[1], [2]], random, 300));
        var directory = new MemoryDirectory();
        dictionary.Write(directory);
        return directory;
    }
}
