using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class IndexVerifierTests
{
    [Fact]
    public void Verify_SoundIndex_CountsWhatIsInIt()
    {
        MemoryDirectory directory = Write(600);
        IndexVerification found = IndexVerifier.Verify(directory, TestContext.Current.CancellationToken);
        found.Problems.ShouldBeEmpty();
        found.IsSound.ShouldBeTrue();
        found.Commit!.Generation.ShouldBe(1);
        found.Documents.ShouldBe(600);
        found.DeletedDocuments.ShouldBe(0);
        found.Bytes.ShouldBe(directory.ListAll().Sum(directory.FileLength));
        string[] dump = IndexDump.Of(DirectoryReader.Open(directory), IndexDump.ContentSections).Split('\n');
        found.Terms.ShouldBe(dump.Count(l => l.StartsWith(" term ", StringComparison.Ordinal)));
        found.Postings.ShouldBe(dump.Count(l => l.StartsWith("  ", StringComparison.Ordinal)));
        found.Positions.ShouldBeGreaterThan(found.Terms);
        found.StoredValues.ShouldBeGreaterThan(600);
        found.DocValues.ShouldBeGreaterThan(600);
    }

    [Theory]
    [InlineData("simple")]
    [InlineData("multi")]
    [InlineData("offsets")]
    [InlineData("dvupdates")]
    [InlineData("features")]
    [InlineData("bestcompression")]
    public void Verify_IndexByLucene_IsSound(string kind)
    {
        Oracle.SkipUnlessAvailable();
        using FileSystemDirectory directory = new(Oracle.SharedIndex(kind));
        IndexVerifier.Verify(directory, TestContext.Current.CancellationToken).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Verify_OneBitFlippedInAnyFile_NamesTheSegment()
    {
        Random random = Seeds.Random();
        MemoryDirectory directory = Write(40);
        foreach (string file in directory.ListAll())
        {
            byte[] bytes = Damage.BytesOf(directory, file);
            for (int i = 0; i < 5; i++)
            {
                byte[] damaged = [.. bytes];
                damaged[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                IndexVerification found = IndexVerifier.Verify(Damage.Replace(directory, file, damaged), TestContext.Current.CancellationToken);
                IndexProblem problem = found.Problems.ShouldHaveSingleItem();
                problem.Segment.ShouldBe(file is "segments_1" or "_0.si" ? "segments" : "_0");
                problem.Message.ShouldContain(file);
            }
        }
    }

    [Fact]
    public void Verify_ReaderOverContradictingFacts_ThrowsTheFirst()
    {
        MemoryDirectory directory = Write(40);
        DirectoryReader sound = DirectoryReader.Open(directory);
        IndexVerifier.Verify(sound, TestContext.Current.CancellationToken);

        // The last document of a term, moved behind the last of the segment.
        byte[] bytes = Damage.BytesOf(directory, "_0_Lucene84_0.doc");
        bytes[^20] = 0x7F;
        DirectoryReader wrong = DirectoryReader.Open(Damage.Replace(directory, "_0_Lucene84_0.doc", Damage.Seal(bytes)));
        Should.Throw<CorruptIndexException>(() => IndexVerifier.Verify(wrong, TestContext.Current.CancellationToken)).Message.ShouldContain("terms of ");
    }

    [Fact]
    public void Verify_FileMissing_IsAProblem()
    {
        MemoryDirectory directory = Write(10);
        IndexVerifier.Verify(Damage.Replace(directory, "_0.fdt", bytes: null), TestContext.Current.CancellationToken).IsSound.ShouldBeFalse();
    }

    [Fact]
    public void Verify_NoCommit_Throws() => Should.Throw<IndexNotFoundException>(() => IndexVerifier.Verify(new MemoryDirectory(), TestContext.Current.CancellationToken));

    [Fact]
    public void Verify_Cancelled_Throws() => Should.Throw<OperationCanceledException>(() => IndexVerifier.Verify(Write(1), new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("_0_Lucene84_0.doc", 0.7)]
    [InlineData("_0_Lucene84_0.tim", 0.45)]
    [InlineData("_0_Lucene84_0.tmd", 0.7)]
    [InlineData("_0.nvd", 0.05)]
    [InlineData("_0_Lucene80_0.dvd", 0.1)]
    [InlineData("_0_Lucene80_0.dvm", 0.25)]
    [InlineData("_0.fdt", 0.1)]
    public void Verify_WrongBytesUnderARightChecksum_AreReportedWhereTheyContradictAnything(string file, double atLeast)
    {
        Random random = Seeds.Random();
        MemoryDirectory directory = Write(200);
        int problems = 0;
        int tried = 0;

        // Some bytes can be anything, as a stored letter. Most of the rest is said in two ways.
        foreach (byte[] damaged in Damage.SealedFlips(random, Damage.BytesOf(directory, file)))
        {
            if (random.Next(4 * damaged.Length) >= 120) continue;
            tried++;
            if (!IndexVerifier.Verify(Damage.Replace(directory, file, damaged), TestContext.Current.CancellationToken).IsSound) problems++;
        }

        (problems / (double)tried).ShouldBeGreaterThan(atLeast, $"{problems} of {tried}");
    }

    private static MemoryDirectory Write(int count)
    {
        MemoryDirectory directory = new();
        RandomDocuments documents = new(Seeds.Random());
        using IndexWriter writer = new(directory, new IndexWriterConfig { UseCompoundFile = false });
        for (int i = 0; i < count; i++) writer.AddDocument(documents.Next());
        writer.Commit();
        return directory;
    }
}
