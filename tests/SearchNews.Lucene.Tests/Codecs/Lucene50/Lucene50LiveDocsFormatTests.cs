using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Codecs.Lucene50;

public sealed class Lucene50LiveDocsFormatTests
{
    [Fact]
    public void Write_FiftyDocsOneDeleted_HasTheBytesOfLucene()
    {
        MemoryDirectory directory = new();
        SegmentCommitInfo commit = Write(directory, 50, 3);
        byte[] bytes = Damage.BytesOf(directory, "_0_1.liv");
        Convert.ToHexStringLower(bytes.AsSpan(bytes.Length - 24, 8)).ShouldBe("0003fffffffffff7");
        Lucene50LiveDocsFormat.Read(directory, commit)[3].ShouldBeFalse();
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Random random = Seeds.Random();
        foreach (int maxDoc in new[] { 1, 63, 64, 65, 128, 1000 })
        {
            MemoryDirectory directory = new();
            int[] deleted = Some.SortedDocs(random, maxDoc, random.Next(1, maxDoc + 1));
            Bits live = Lucene50LiveDocsFormat.Read(directory, Write(directory, maxDoc, deleted));
            Enumerable.Range(0, maxDoc).Where(doc => !live[doc]).ShouldBe(deleted);
        }
    }

    [Fact]
    public void Read_OtherNumberOfDeletions_Throws()
    {
        MemoryDirectory directory = new();
        SegmentCommitInfo commit = Write(directory, 50, 3, 4);
        Should.Throw<CorruptIndexException>(() => Lucene50LiveDocsFormat.Read(directory, commit with { DeletedCount = 3 })).Message.ShouldContain("2 documents are deleted");
    }

    [Fact]
    public void Read_OtherMaxDoc_Throws()
    {
        MemoryDirectory directory = new();
        SegmentCommitInfo commit = Write(directory, 128, 3);
        Should.Throw<CorruptIndexException>(() => Lucene50LiveDocsFormat.Read(directory, commit with { Info = commit.Info with { MaxDoc = 129 } }));
        Should.Throw<CorruptIndexException>(() => Lucene50LiveDocsFormat.Read(directory, commit with { Info = commit.Info with { MaxDoc = 127 } })).Message.ShouldContain("beyond");
    }

    [Fact]
    public void Read_FileOfAnotherSegment_Throws()
    {
        MemoryDirectory directory = new();
        SegmentCommitInfo commit = Write(directory, 128, 3);
        Should.Throw<CorruptIndexException>(() => Lucene50LiveDocsFormat.Read(directory, commit with { Info = commit.Info with { Id = new byte[16] } })).Message.ShouldContain("another segment");
    }

    private static SegmentCommitInfo Write(MemoryDirectory directory, int maxDoc, params int[] deleted)
    {
        Bits live = new(maxDoc);
        live.SetAll();
        foreach (int doc in deleted) live[doc] = false;
        SegmentInfo segment = new() { Name = "_0", Id = Enumerable.Repeat((byte)7, 16).ToArray(), MaxDoc = maxDoc };
        Lucene50LiveDocsFormat.Write(directory, segment, 1, live);
        return new SegmentCommitInfo { Info = segment, DeletesGen = 1, DeletedCount = deleted.Length };
    }
}
