using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Api.Observability;

/// <summary>The process and its runtime, under the names that dashboards for .NET and Prometheus's own clients use.</summary>
internal static class ProcessMetrics
{
    private const string OpenFiles = "/proc/self/fd";

    public static void Write(PrometheusText text)
    {
        using var process = Process.GetCurrentProcess();
        text.Single("process_cpu_seconds_total", "counter", "Processor time of this process.", process.TotalProcessorTime.TotalSeconds);
        text.Single("process_start_time_seconds", "gauge", "When this process began, seconds since 1970.", new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0);
        text.Single("process_resident_memory_bytes", "gauge", "Memory of this process in RAM.", process.WorkingSet64);
        text.Single("process_virtual_memory_bytes", "gauge", "Address space of this process.", process.VirtualMemorySize64);
        text.Single("process_num_threads", "gauge", "Threads of this process.", process.Threads.Count);
        if (Directory.Exists(OpenFiles)) text.Single("process_open_fds", "gauge", "Open files and sockets.", Directory.EnumerateFileSystemEntries(OpenFiles).Count());

        text.Family("dotnet_collection_count_total", "counter", "Garbage collections by generation.");
        for (int generation = 0; generation <= GC.MaxGeneration; generation++)
            text.Sample("dotnet_collection_count_total", GC.CollectionCount(generation), ("generation", generation.ToString(CultureInfo.InvariantCulture)));
        text.Single("dotnet_total_memory_bytes", "gauge", "Bytes in use on the managed heap.", GC.GetTotalMemory(forceFullCollection: false));
        text.Single("dotnet_gc_committed_memory_bytes", "gauge", "Memory that the managed heap holds.", GC.GetGCMemoryInfo().TotalCommittedBytes);
        text.Single("dotnet_gc_pause_seconds_total", "counter", "Time that all threads stood still for garbage collections.", GC.GetTotalPauseDuration().TotalSeconds);
        text.Single("dotnet_gc_allocated_bytes_total", "counter", "Bytes allocated on the managed heap.", GC.GetTotalAllocatedBytes());
        text.Single("dotnet_threadpool_num_threads", "gauge", "Threads of the thread pool.", ThreadPool.ThreadCount);
        text.Single("dotnet_threadpool_queue_length", "gauge", "Work that waits for a thread.", ThreadPool.PendingWorkItemCount);
    }
}
