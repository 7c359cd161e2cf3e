using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Damaged indexes end in a typed error when they are opened or read; never in another exception, a hang, or memory beyond reason.</summary>
public sealed class DirectoryReaderDamageTests
{
    // For each file. Thousands were tried when this was written.
    private const int Tries = 40;

    private static readonly Lazy<MemoryDirectory> Sound = new(Write);

    public static TheoryData<string> Files() => [.. Sound.Value.ListAll()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_FileMissingOrTruncated_Throws(string file)
    {
        Random random = Seeds.Random();
        byte[] bytes = Damage.BytesOf(Sound.Value, file);
        Should.Throw<IOException>(() => DirectoryReader.Open(Damage.Replace(Sound.Value, file, bytes: null)));
        foreach (int length in new[] { 0, 1, 15, 16, bytes.Length - 1, random.Next(bytes.Length), random.Next(bytes.Length) })
            Should.Throw<CorruptIndexException>(() => DirectoryReader.Open(Damage.Replace(Sound.Value, file, bytes[..length]))).FileName.ShouldBe(file);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_OneBitFlipped_Throws(string file)
    {
        Random random = Seeds.Random();
        byte[] bytes = Damage.BytesOf(Sound.Value, file);
        for (int i = 0; i < 20; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            Should.Throw<CorruptIndexException>(() => DirectoryReader.Open(Damage.Replace(Sound.Value, file, damaged))).FileName.ShouldBe(file);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_FileOfAnotherIndex_Throws(string file)
    {
        MemoryDirectory other = Write();
        if (file == "segments_1") return;
        Should.Throw<CorruptIndexException>(() => DirectoryReader.Open(Damage.Replace(Sound.Value, file, Damage.BytesOf(other, file)))).Message.ShouldContain("another segment");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_WrongBytesUnderARightChecksum_ThrowsTypedOrReads(string file)
    {
        Random random = Seeds.Random();
        byte[] bytes = Damage.BytesOf(Sound.Value, file);
        foreach (byte[] damaged in Damage.SealedFlips(random, bytes))
        {
            if (random.Next(4 * bytes.Length) >= Tries) continue;
            try
            {
                IndexDump.Of(DirectoryReader.Open(Damage.Replace(Sound.Value, file, damaged)));
            }
            catch (IOException)
            {
                // The typed errors.
            }
        }
    }

    private static MemoryDirectory Write()
    {
        MemoryDirectory directory = new();
        RandomDocuments documents = new(Seeds.Of(Seeds.Current, 1));
        using IndexWriter writer = new(directory, new IndexWriterConfig { UseCompoundFile = false });
        for (int i = 0; i < 120; i++) writer.AddDocument(documents.Next());
        writer.Commit();
        return directory;
    }
}
