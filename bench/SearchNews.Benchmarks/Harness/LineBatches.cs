using System.Collections.Concurrent;

namespace SearchNews.Benchmarks.Harness;

/// <summary>Reads a file in batches of whole lines, on a thread of its own, a few batches ahead of those who take them.</summary>
internal sealed class LineBatches : IDisposable
{
    private const int BatchBytes = 1 << 17;

    private readonly BlockingCollection<ArraySegment<byte>> _batches = new(boundedCapacity: 64);
    private readonly Thread _reader;
    private Exception? _failure;

    /// <summary>Starts reading.</summary>
    public LineBatches(string file)
    {
        _reader = new Thread(() => Read(file)) { IsBackground = true, Name = "reader" };
        _reader.Start();
    }

    /// <summary>The batches; may be taken by several threads.</summary>
    public IEnumerable<ArraySegment<byte>> Take()
    {
        foreach (ArraySegment<byte> batch in _batches.GetConsumingEnumerable()) yield return batch;
        if (_failure is not null) throw new IOException("The file of articles could not be read.", _failure);
    }

    public void Dispose()
    {
        _reader.Join();
        _batches.Dispose();
    }

    private void Read(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            byte[] buffer = new byte[BatchBytes];
            int kept = 0;
            for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                int filled = kept + read;
                int end = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
                byte[] next = new byte[end == 0 ? buffer.Length * 2 : BatchBytes + filled - end];
                buffer.AsSpan(end, filled - end).CopyTo(next);
                if (end > 0) _batches.Add(new ArraySegment<byte>(buffer, 0, end));
                kept = filled - end;
                buffer = next;
            }

            if (kept > 0) _batches.Add(new ArraySegment<byte>(buffer, 0, kept));
        }
        catch (IOException e)
        {
            _failure = e;
        }
        finally
        {
            _batches.CompleteAdding();
        }
    }
}
