"""What the operating system refuses, by the name of its error; in English its own words."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "EPERM": "不允许这样操作",
    "ENOENT": "没有这个文件或文件夹",
    "EINTR": "操作被打断",
    "EIO": "磁盘读写出错",
    "ENXIO": "没有这个设备",
    "EBADF": "文件已经关闭",
    "EAGAIN": "资源暂时不可用",
    "ENOMEM": "内存不足",
    "EACCES": "没有权限",
    "EBUSY": "设备或文件正被占用",
    "EEXIST": "文件已经存在",
    "EXDEV": "不在同一个文件系统里",
    "ENODEV": "没有这种设备",
    "ENOTDIR": "不是文件夹",
    "EISDIR": "是文件夹",
    "EINVAL": "系统不接受这个参数",
    "ENFILE": "系统打开的文件太多",
    "EMFILE": "打开的文件太多",
    "ETXTBSY": "文件正在运行",
    "EFBIG": "文件太大",
    "ENOSPC": "磁盘空间不足",
    "EROFS": "文件系统只读",
    "EMLINK": "链接太多",
    "EPIPE": "管道已经断开",
    "ENAMETOOLONG": "文件名太长",
    "ENOLCK": "没有可用的锁",
    "ENOTEMPTY": "文件夹不是空的",
    "ELOOP": "符号链接层数太多",
    "EOVERFLOW": "数值太大",
    "EILSEQ": "文件名不合编码",
    "ENOTSUP": "系统不支持这样操作",
    "ETIMEDOUT": "等待超时",
    "ESTALE": "文件已经不在服务器上",
    "EDQUOT": "磁盘配额已满",
}
