using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class CommitFinderTests
{
    [Fact]
    public void ReadLatest_SeveralCommits_TakesTheGreatestInBase36()
    {
        MemoryDirectory directory = new();
        foreach (long generation in new long[] { 9, 35, 36 }) Commit(directory, generation);
        CommitFinder.ReadLatest(directory, infos => infos.Generation).ShouldBe(36);
    }

    [Fact]
    public void ReadLatest_FilesVanishWhileANewerCommitComes_TriesThatOne()
    {
        MemoryDirectory directory = new();
        Commit(directory, 1);
        List<long> tried = [];
        long read = CommitFinder.ReadLatest(directory, infos =>
        {
            tried.Add(infos.Generation);
            if (infos.Generation == 3) return 3;
            Commit(directory, infos.Generation + 1);
            directory.DeleteFile(infos.FileName);
            throw new FileNotFoundException("_0.si");
        });
        read.ShouldBe(3);
        tried.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void ReadLatest_FilesVanishWithNoNewerCommit_ThrowsTheError()
    {
        MemoryDirectory directory = new();
        Commit(directory, 1);
        int tries = 0;
        Should.Throw<FileNotFoundException>(() => CommitFinder.ReadLatest<int>(directory, _ =>
        {
            tries++;
            throw new FileNotFoundException("_0.si");
        })).Message.ShouldBe("_0.si");
        tries.ShouldBe(1);
    }

    private static void Commit(MemoryDirectory directory, long generation)
    {
        SegmentInfos infos = new() { Generation = generation };
        SegmentInfosFormat.Write(directory, infos.FileName, infos, new byte[16]);
    }
}
